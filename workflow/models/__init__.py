"""The rows of the office: files, clients, people, letters, terms and the log."""

from workflow.models.advice import Advice
from workflow.models.agenda_item import AgendaItem, Ballot, PrivateNote, Reading, Recusal, Viewing
from workflow.models.agreement import Agreement, AgreementVersion
from workflow.models.attachment import Attachment
from workflow.models.baton import Baton
from workflow.models.breach_fact import BreachFact
from workflow.models.bundle import Bundle
from workflow.models.case import Case, CaseShare
from workflow.models.client import Client
from workflow.models.client_fact import (
    AidPeriod,
    IntegrationContract,
    Occupation,
    Registration,
    ResidenceStatus,
    StayInBelgium,
    VdabExemption,
    VdabRegistration,
)
from workflow.models.client_share import ClientShare
from workflow.models.committee import Committee, Seat, Substitution
from workflow.models.committee_change import CommitteeChange
from workflow.models.consent import Consent
from workflow.models.database import Base, db, new_id
from workflow.models.deadline import Deadline
from workflow.models.decision import Decision
from workflow.models.default_notice import DefaultNotice
from workflow.models.deposit import Deposit, DepositItem
from workflow.models.deviation import Deviation, DeviationUse
from workflow.models.direction import Direction
from workflow.models.gpmi import Gpmi
from workflow.models.gpmi_annex import GpmiAnnex
from workflow.models.gpmi_evaluation import GpmiEvaluation, GpmiInterview
from workflow.models.handoff_line import HandoffLine
from workflow.models.handoff_rows import HandoffCheck, HandoffItem, HandoffNeed
from workflow.models.letter import Letter
from workflow.models.log_entry import LogEntry, Refusal
from workflow.models.mandate import Mandate
from workflow.models.organisation import Organisation
from workflow.models.person import Person, RoleGrant
from workflow.models.referral import Referral
from workflow.models.referral_rows import PntEntry, ReferralMessage, ReferralParts
from workflow.models.sanction import Sanction
from workflow.models.sequence import Sequence
from workflow.models.session import Attendance, BcsdSession
from workflow.models.signature import LetterCopy, Signature
from workflow.models.template import TemplateChoice, TemplateVersion, TranslationCheck
from workflow.models.warm_handoff import WarmHandoff

__all__ = [
    "Advice",
    "AgendaItem",
    "Agreement",
    "AgreementVersion",
    "AidPeriod",
    "Attachment",
    "Attendance",
    "Ballot",
    "Base",
    "Baton",
    "BcsdSession",
    "BreachFact",
    "Bundle",
    "Case",
    "CaseShare",
    "Client",
    "ClientShare",
    "Committee",
    "CommitteeChange",
    "Consent",
    "Deadline",
    "Decision",
    "DefaultNotice",
    "Deposit",
    "DepositItem",
    "Deviation",
    "DeviationUse",
    "Direction",
    "Gpmi",
    "GpmiAnnex",
    "GpmiEvaluation",
    "GpmiInterview",
    "IntegrationContract",
    "HandoffCheck",
    "HandoffItem",
    "HandoffLine",
    "HandoffNeed",
    "Letter",
    "LetterCopy",
    "LogEntry",
    "Mandate",
    "Occupation",
    "Organisation",
    "Person",
    "PntEntry",
    "PrivateNote",
    "Reading",
    "Recusal",
    "Referral",
    "ReferralMessage",
    "ReferralParts",
    "Refusal",
    "Registration",
    "ResidenceStatus",
    "RoleGrant",
    "Sanction",
    "Seat",
    "Sequence",
    "Signature",
    "StayInBelgium",
    "Substitution",
    "TemplateChoice",
    "TemplateVersion",
    "TranslationCheck",
    "VdabExemption",
    "VdabRegistration",
    "Viewing",
    "WarmHandoff",
    "db",
    "new_id",
]
