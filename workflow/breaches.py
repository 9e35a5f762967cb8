"""The lists a sanction file chooses from: breaches, lawful reasons, grounds to stop.

The authoritative list of breaches is in the working agreements between the parties, which
the office still has to enter: these are examples seen in practice (law register e9).
"""

from workflow.trajectory import Part
from workflow.wording import N_

BREACHES = {
    "niet_aangemeld": N_("Niet of te laat aangemeld voor het traject"),
    "contract_geweigerd": N_("Weigert het inburgeringscontract te ondertekenen"),
    "afwezig_nt2": N_("Niet regelmatig aanwezig in de les Nederlands (NT2)"),
    "afwezig_mo": N_("Niet regelmatig aanwezig in maatschappelijke oriëntatie (MO)"),
    "afwezig_pnt": N_("Niet regelmatig aanwezig in het participatie- en netwerktraject (PNT)"),
    "vroegtijdig_gestopt": N_("Het traject vroegtijdig gestopt zonder recht daarop"),
    "doelen_niet_bereikt": N_("De afgesproken doelen niet bereikt door eigen toedoen"),
    "vdab": N_("Niet ingeschreven bij de VDAB binnen de termijn"),
    "andere_verplichting": N_("Een andere verplichting uit het GPMI niet nagekomen"),
}

_OF_ONE_PART = {
    "afwezig_nt2": Part.NT2,
    "afwezig_mo": Part.MO,
    "afwezig_pnt": Part.PNT,
    "vdab": Part.ACTIVATION,
}

BREACH_PARTS: dict[str, frozenset[Part]] = {
    breach: frozenset({_OF_ONE_PART[breach]} if breach in _OF_ONE_PART else Part) for breach in BREACHES
}
"""The parts of the trajectory of which one must be imposed for each breach; a general one is about any part."""

LAWFUL_REASONS = {
    "ziekte": N_("Ziekte"),
    "kinderopvang": N_("Geen kinderopvang"),
    "werk_of_les": N_("Samenvallende werk- of lesuren"),
    "wachtlijst": N_("Wachtlijst"),
    "andere_reden": N_("Een andere wettige reden"),
}
"""Reasons that make a breach excusable (RMI-wet art. 30 § 2: "zonder wettige reden")."""

NO_CONSEQUENCE = LAWFUL_REASONS | {
    "niet_bewezen": N_("De feiten zijn niet bewezen"),
    "geen_grondslag": N_("Er is geen ondertekend GPMI met deze verplichting"),
    "niemand_bevoegd": N_("Niemand is bevoegd om te sanctioneren"),
    "billijkheid": N_("Redenen van billijkheid"),
}
"""Grounds on which a file is closed without consequence."""
