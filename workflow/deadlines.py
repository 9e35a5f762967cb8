"""The running terms of a file: started, stopped and counted again as its table says."""

from datetime import date

from workflow.models.case import Case
from workflow.models.deadline import Deadline, Status
from workflow.moment import Moment
from workflow.rows import Step, Term
from workflow.table import Workflow


def _stop(deadline: Deadline, today: date) -> None:
    deadline.status, deadline.stopped_on = Status.STOPPED, today


def follow(workflow: Workflow, step: Step, case: Case, when: Moment) -> None:
    """Stop the terms that `step` ends and start those it begins."""
    for term in workflow.terms:
        running = case.running(term.name)
        if running and step.action in (*term.stops, *term.starts):
            _stop(running, when.today)
        if step.action in term.starts:
            _start(term, case, when)


def _start(term: Term, case: Case, when: Moment) -> None:
    reckoning = term.reckon(case, when)
    if reckoning is not None:
        _keep(term, case, reckoning.due)
        case.deadlines.append(
            Deadline(
                name=term.name,
                started_on=when.today,
                due_on=reckoning.due,
                reasoning=str(reckoning),
                status=Status.RUNS,
            )
        )


def _keep(term: Term, case: Case, due: date) -> None:
    if term.sets:
        setattr(case, term.sets, due)


def count_again(workflow: Workflow, case: Case, when: Moment) -> list[Deadline]:
    """Count the running terms again after posting data came in; return those whose last day moved."""
    moved = []
    for term in workflow.terms:
        running = case.running(term.name)
        reckoning = term.reckon(case, when) if running else None
        if running and reckoning and (reckoning.due, str(reckoning)) != (running.due_on, running.reasoning):
            if reckoning.due != running.due_on:
                moved.append(running)
            running.due_on, running.reasoning = reckoning.due, str(reckoning)
            _keep(term, case, reckoning.due)
    return moved
