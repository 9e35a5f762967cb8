"""What the directorates of the demonstration office write to each other."""

from typing import Any

ARTICLES = [
    {
        "number": "4",
        "heading": "Doorverwijzing, toeleiding en terugkoppeling",
        "text": "De partijen verwijzen gezamenlijke cliënten warm door.\nZe koppelen terug wat een invloed heeft op de dienstverlening van de andere partij.",
    },
    {
        "number": "15",
        "heading": "Uitwerking samenwerkingsafspraken",
        "text": "De concrete samenwerking wordt schriftelijk vastgelegd. Afwijken vereist de goedkeuring van de directie van beide partijen.",
    },
    {
        "number": "17",
        "heading": "Duur van de overeenkomst",
        "text": "Deze overeenkomst geldt voor onbepaalde duur. Ze kan enkel met toestemming van beide partijen aangepast of beëindigd worden.",
    },
]
PILOT = [
    {
        "number": "4",
        "heading": "Doorverwijzing",
        "text": "Elke dinsdagavond is er samen een onthaal. Wie er komt, krijgt dezelfde avond een afspraak bij de andere partij.",
    },
]
ABOUT = {"article": "4", "article_heading": ARTICLES[0]["heading"]}
"""The article that was not kept, or from which is deviated."""

WORKING_RULES = [
    {
        "number": "1",
        "heading": "Wie belt wie?",
        "text": "De trajectbegeleider belt de maatschappelijk werker van het dossier. Lukt dat niet, dan het centraal contactpunt.",
    },
    {
        "number": "2",
        "heading": "Terugkoppeling",
        "text": "Elke doorverwijzing krijgt binnen de week een antwoord, in het dossier of telefonisch.",
    },
]
FACTS = {
    "what": "Veertien van de twintig doorverwijzingen kregen geen antwoord.",
    "evidence": "Lijst van het centraal contactpunt",
}
DEFAULT: dict[str, Any] = {
    "default_reason": "Artikel 4 vraagt dat de partijen elkaar terugkoppelen. Zonder antwoord weten wij niet of een cliënt begeleid wordt.",
    "remedy_asked": "Koppel elke open doorverwijzing terug, en spreek met ons een vaste dag per week af.",
    "remedy_days": 30,
}
TALKS = {
    "talks_with": "De directies en de teamleiding van beide organisaties.",
    "unsolvable_reason": "Ook na het overleg bleef de terugkoppeling uit. Er is geen zicht op verbetering.",
}
TERMINATION = {
    "termination_reason": "Zonder terugkoppeling kunnen wij gezamenlijke cliënten niet goed begeleiden.",
    "exceptional_reason": "Dit duurt al een jaar. Twee gesprekken en een ingebrekestelling hielpen niet.",
}
DEVIATION = {
    "reason": "Het nieuwe formulier is nog niet klaar.",
    "instead": "Tot dan gebeurt de doorverwijzing per beveiligde mail, met een telefoontje vooraf.",
}
