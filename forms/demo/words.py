"""What the people in the demonstration office write."""

BREACHES = (
    (
        "afwezig_nt2",
        ("Niet aanwezig in de les Nederlands, niet verwittigd", "Opnieuw afwezig, telefonisch niet bereikbaar"),
        "Aanwezigheidslijst van het centrum",
        "U volgt de cursus Nederlands en bent elke les aanwezig.",
        "Ga vanaf nu naar elke les Nederlands. Kunt u niet? Bel de school en ons dezelfde dag.",
    ),
    (
        "afwezig_mo",
        ("Niet aanwezig in de les maatschappelijke oriëntatie", "Afwezig zonder attest"),
        "Aanwezigheidslijst van Amal",
        "U volgt de cursus maatschappelijke oriëntatie en bent elke les aanwezig.",
        "Ga vanaf nu naar elke les maatschappelijke oriëntatie. Spreek met uw trajectbegeleider af welke lessen u inhaalt.",
    ),
    (
        "vdab",
        ("Niet ingeschreven bij de VDAB na twee herinneringen",),
        "Opzoeking bij de VDAB, mail van de trajectbegeleider",
        "U schrijft zich in bij de VDAB.",
        "Schrijf u in bij de VDAB en bezorg ons het bewijs. Wij helpen u daar graag bij.",
    ),
    (
        "vroegtijdig_gestopt",
        ("Gestopt met het traject zonder afspraak", "Niet ingegaan op de uitnodiging voor een gesprek"),
        "Brief en gespreksnota van de trajectbegeleider",
        "U volgt uw inburgeringstraject tot het einde.",
        "Maak binnen de week een afspraak met uw trajectbegeleider en start opnieuw met uw traject.",
    ),
)

EXPLANATIONS = (
    "Ik wist niet dat ik moest bellen als ik niet kon komen.",
    "Ik had die dag geen opvang voor mijn dochter.",
    "Ik zoek zelf werk en had weinig tijd.",
    "",
)

EXAMINED = (
    "Gebeld met de cliënt en met de school. Geen attest, geen gelijktijdig werk, er is opvang.",
    "Gesprek met tolk. De cliënt geeft geen ernstige reden en heeft geen bewijs.",
    "Twee keer gebeld en een huisbezoek gedaan. Geen wettige reden gevonden.",
)

HEARINGS = (
    'De cliënt zegt: "Ik werkte \'s nachts en kon overdag niet naar de les." Hij heeft geen contract bij.\nHij belooft vanaf volgende week te komen.',
    "De cliënt zegt dat ze het moeilijk had na een verhuis. Ze heeft zich niet afgemeld bij de school.\nZe wil het traject afmaken.",
    "De cliënt vindt dat hij de lessen niet nodig heeft, omdat hij al goed Nederlands spreekt. Hij heeft de test niet afgelegd.",
)

NO_SHOW = "De cliënt is niet gekomen en liet niets weten. De uitnodiging vertrok aangetekend en op tijd. We wachtten een half uur."

SITUATIONS = (
    "Alleenstaande, geen kinderen ten laste. Huurt een studio. Er is een beperkte huurschuld, waarvoor een afbetaling loopt.",
    "Moeder van twee kinderen op school. Huurt een sociale woning. Geen andere schulden bekend.",
    "Woont samen met een broer die werkt. De vaste kosten worden gedeeld.",
)

PROPORTION = {
    "schorsing": "Een verwittiging volstaat niet: er waren al twee gesprekken en een aanmaning. Deze schorsing laat genoeg over voor de huur en het eten.",
    "verwittiging": "Een verwittiging volstaat om het belang van de afspraken duidelijk te maken.",
    "geen_sanctie": "Sinds de aanmaning worden alle lessen opnieuw gevolgd. Een sanctie heeft geen zin meer.",
    "intrekking": "Elk aanbod werd al meer dan een jaar geweigerd. Lichtere maatregelen hielpen niet.",
}
"""Why this measure, by kind of measure."""

FAMILY = (
    "De huur blijft betaalbaar. De budgetbegeleiding wordt verwittigd.",
    "Er zijn geen kinderen ten laste. De cliënt kan bij de sociale kruidenier terecht.",
)

GROUNDS_FACTS = (
    "De afwezigheden staan vast door de aanwezigheidslijsten. Er is geen attest en geen andere ernstige reden. Na de aanmaning veranderde er niets.",
    "Het traject stopte zonder overleg, en op drie uitnodigingen kwam geen antwoord. Een wettige reden is niet gebleken.",
)

GROUNDS_LAW = "Het GPMI legt deze verplichting op. Er was een aanmaning, en verdediging was mogelijk."
HEARING_ANSWER = "Het comité begrijpt dat de situatie niet gemakkelijk is. Afmelden en hulp vragen kon wel."
PLACE = "Onderbergen 86, lokaal 3, 9000 Gent"
FILE_ACCESS = "elke werkdag van 9 tot 12 uur aan het onthaal, na een telefoontje met uw maatschappelijk werker."

NOTES_TAKEN = (
    "De voorzitter deelt mee dat de volgende zitting op het gewone uur begint. Er zijn geen vragen.",
    "Het comité neemt kennis van de stand van de aanvragen. Een lid vraagt hoe lang de wachtlijst voor Nederlands is; de dienst zoekt het uit.",
    "De hoofdmaatschappelijk werker licht de nieuwe openingsuren van het onthaal toe.",
)
QUESTION = (
    "Kan de cliënt de lessen 's avonds volgen? Vraag aan de school of er plaats is, en aan de cliënt of dat past."
)
ANSWER = "De school heeft plaats in de avondgroep. De cliënt wil dat proberen en schreef zich in."
URGENCY = "De cliënt verhuist voor de volgende zitting naar een andere gemeente. Daarna is het OCMW niet meer bevoegd."
INTEREST = "De cliënt is de zoon van mijn zus."
REJECTED = "Het voorstel kreeg evenveel stemmen voor als tegen en is dus verworpen. Wie tegen stemde, wil dat u eerst een avondcursus kunt volgen."
TAKEN_BACK = "Na de beslissing bezorgde u een attest van uw arts. Daarover is u nooit iets gevraagd. De maatschappelijk werker schrijft een nieuw verslag."
CANCELLED = "Er zijn te weinig leden in het land: het is vakantie. De dossiers gaan naar de volgende zitting."
EXTRA_POINT = "Bezoek aan het vernieuwde onthaal"
SCRAPPED = "Het onthaal is nog niet klaar. Het bezoek komt later op de agenda."
