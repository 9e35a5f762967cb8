"""Two or more tasks at the same instant, each in a thread and a session of its own."""

from threading import Barrier, Thread

from workflow.models import db
from workflow.models.database import for_writing


def at_once(app, *tasks):
    """Let every task run in a thread of its own, all from the same instant; return what each gave or raised."""
    barrier, answers = Barrier(len(tasks)), [None] * len(tasks)

    def run(i, task):
        with app.app_context(), for_writing():
            try:
                answers[i] = task(barrier)
            except Exception as error:
                answers[i] = error
                barrier.abort()
            finally:
                db.session.remove()

    db.session.commit()
    threads = [Thread(target=run, args=(i, task)) for i, task in enumerate(tasks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return answers


def sending(browser, address, form):
    """A task: a browser waits for the others, and sends a form."""

    def task(barrier):
        barrier.wait(30)
        return browser.post(address, data=form)

    return task
