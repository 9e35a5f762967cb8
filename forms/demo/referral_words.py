"""What the people of both organisations write in the referrals of the demonstration office."""

WHY = (
    "U wilt werk zoeken in de zorg. Daarvoor is meer Nederlands nodig.",
    "U wilt een opleiding tot lasser volgen. Eerst leert u beter Nederlands en leert u hoe het hier werkt.",
    "U bent nog niet lang in Gent. Zo leert u de taal en andere mensen kennen.",
    "Uw jongste kind gaat nu naar school. U hebt tijd om lessen te volgen en werk te zoeken.",
)
KNOWN = (
    (
        "A1 behaald, spreken gaat vlotter dan schrijven.",
        "Nog niet gevolgd.",
        "Werkte als naaister.",
        "Elke voormiddag.",
    ),
    ("Nog geen lessen gevolgd, leest het Latijnse schrift.", "", "Zoekt voltijds werk.", "Altijd, behalve vrijdag."),
    ("A2 behaald, met attest.", "Volgde acht lessen, dan gestopt.", "Werkte in de bouw.", "Na 16 uur."),
)
ACTIVITIES = ("Praatcafé in de bibliotheek", "Helpen in het buurtrestaurant", "Voetbalploeg", "Buddywandeling")
PLACE = "Kongostraat 42, lokaal 2, 9000 Gent"
