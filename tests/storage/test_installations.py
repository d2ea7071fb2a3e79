"""Slack workspaces that let the app in: kept where a service has the workspace, and nowhere else."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from storage import Store, audit, installations, services
from storage.installations import Installation
from tests.storage.examples import INSTALLATION, NOW, at_once, raw

TEAM = INSTALLATION.team


@pytest.fixture
def elmshire(store: Store) -> services.Service:
    """A service with the workspace."""
    with store.transaction() as tx:
        return services.add(tx, "Elmshire", slack_team=TEAM)


def keep(store: Store, installation: Installation = INSTALLATION) -> bool:
    with store.transaction() as tx:
        return installations.keep(tx, installation)


def kept(store: Store, team: str = TEAM) -> Installation | None:
    with store.transaction() as tx:
        return installations.of(tx, team)


def verbs(store_url: str) -> list[str]:
    with raw(store_url) as connection:
        return list(connection.execute(text("SELECT verb FROM audit ORDER BY seq")).scalars())


def test_an_installation_comes_back_whole(store: Store, elmshire: services.Service) -> None:
    assert keep(store)
    assert kept(store) == INSTALLATION
    assert kept(store, "T9") is None


def test_nothing_is_kept_of_a_workspace_that_no_service_has(
    store: Store, elmshire: services.Service, store_url: str
) -> None:
    assert not keep(store, replace(INSTALLATION, team="T9"))
    assert kept(store, "T9") is None
    with raw(store_url) as connection:
        assert connection.execute(text("SELECT count(*) FROM installations")).scalar() == 0


def test_installing_again_takes_the_place_of_what_was(
    store: Store, elmshire: services.Service, store_url: str
) -> None:
    newer = replace(INSTALLATION, token="Secret-xoxb-2", scopes=(), installed_by="U2")
    keep(store)
    keep(store, newer)
    assert kept(store) == newer
    with raw(store_url) as connection:
        assert connection.execute(text("SELECT count(*) FROM installations")).scalar() == 1


def test_installing_twice_at_once_leaves_one(store: Store, elmshire: services.Service) -> None:
    tokens = [f"xoxb-{number}" for number in range(4)]
    assert (
        at_once(lambda number: keep(store, replace(INSTALLATION, token=tokens[number])), threads=4)
        == [True] * 4
    )
    found = kept(store)
    assert found
    assert found.token in tokens


def test_uninstalling_leaves_nothing_and_both_stand_in_the_audit(
    store: Store, elmshire: services.Service, store_url: str
) -> None:
    keep(store)
    for _ in range(2):
        with store.transaction() as tx:
            installations.drop(tx, TEAM, NOW)
    assert kept(store) is None
    assert verbs(store_url) == ["installed", "uninstalled"]
    with store.transaction() as tx:
        assert audit.verify(tx) == []


def test_a_token_is_not_in_what_an_installation_says_of_itself() -> None:
    assert "xoxb" not in repr(INSTALLATION)
    assert "xoxb" not in f"{INSTALLATION}"
