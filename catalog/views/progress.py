"""How far a project is: its preparatory work, and its dates."""

from catalog.model.base import label_of
from catalog.model.project import Project
from catalog.show.values import show
from catalog.views.context import Context
from catalog.views.fields import facts
from catalog.views.parts import Badge, Part, Section, Step, Steps
from catalog.views.timeline import timeline


def preparatory(context: Context, project: Project) -> Section:
    """Give the steps that must be done before building starts."""
    steps = [
        Step(
            show(step.work, context.language),
            badge=Badge(
                show(step.progress, context.language),
                {"done": "good", "under_way": "busy"}.get(step.progress.value, "plain"),
            ),
            text=step.note.in_(context.language) if step.note else "",
            facts=facts(context, step, ("on",), known_only=True),
        )
        for step in project.preparatory
    ]
    return Section(
        "preparatory", label_of(Project, "preparatory").in_(context.language), [Steps(steps)] if steps else []
    )


def dates(context: Context, project: Project) -> list[Part]:
    """Give what happened and what is due, by day."""
    words, language = context.words, context.language
    steps = [
        (step.on, words("step_at", step=show(step.work, language), progress=show(step.progress, language)))
        for step in project.preparatory
    ]
    return timeline(
        context,
        [
            (project.published_on, words["published"]),
            (project.status_on, show(project.status, language)),
            *steps,
            (project.verified_on, words["verified_event"]),
            (project.due_on(context.catalog.site.review_every), words["due"]),
            (project.valid_until, words["until"]),
        ],
    )
