"""What entities are called: told of invented places and bodies."""

from dateline.model import Entity, EntityMention
from dateline.tell.forms import fullest


def entity(name: str, *forms: str) -> Entity:
    mentions = tuple(
        EntityMention(report=f"r{n}", start=0, end=len(form), text=form, form="name") for n, form in enumerate(forms)
    )
    return Entity(id="e1", name=name, type="place", mentions=mentions)


def test_a_possessive_without_apostrophe_is_no_fuller_name():
    assert [m.text for m in fullest(entity("Velia", "Velias", "Velia"))] == ["Velia"]
    assert [m.text for m in fullest(entity("Velia", "Velias"))] == ["Velias"]


def test_a_short_form_gives_way_to_the_name():
    assert [m.text for m in fullest(entity("Osk Relief Agency", "the Agency", "Osk Relief Agency"))] == [
        "Osk Relief Agency"
    ]
