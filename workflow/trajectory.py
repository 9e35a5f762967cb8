"""The parts of an integration trajectory (SWO art. 8-11), each of which can be imposed or asked by itself."""

from enum import StrEnum

from workflow.wording import N_


class Part(StrEnum):
    """A part of the trajectory."""

    NT2 = "nt2"
    MO = "mo"
    ACTIVATION = "activering"
    PNT = "pnt"


PART_TITLES = {
    Part.NT2: N_("Nederlands als tweede taal (NT2)"),
    Part.MO: N_("Maatschappelijke oriëntatie (MO)"),
    Part.ACTIVATION: N_("Activering naar werk of opleiding, met inschrijving bij de VDAB"),
    Part.PNT: N_("Participatie- en netwerktraject (PNT)"),
}
PART_ARTICLES = {
    Part.NT2: "SWO art. 9",
    Part.MO: "SWO art. 8",
    Part.ACTIVATION: "SWO art. 10",
    Part.PNT: "SWO art. 11",
}


class Pursuit(StrEnum):
    """What somebody does beside the trajectory that can exempt him from a part of it (SWO art. 10, 11)."""

    WORK = "werk"
    STUDY = "studie"


PURSUIT_TITLES = {Pursuit.WORK: N_("Werk"), Pursuit.STUDY: N_("Studie")}
