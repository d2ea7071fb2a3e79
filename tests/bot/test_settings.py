"""Settings: from the environment or a folder of secrets, each with a sentence, none ever repeated."""

from pathlib import Path

import pytest

from bot.settings import Settings, read_settings

NAMES = {"database_url": "DAYONE_DATABASE_URL", "keys": "DAYONE_KEYS"}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES.values():
        monkeypatch.delenv(name, raising=False)


def test_every_setting_has_a_name_of_its_own_and_a_sentence_of_help() -> None:
    for name, field in Settings.model_fields.items():
        assert field.validation_alias == NAMES[name]
        assert field.description
        assert field.description.endswith(".")


def test_what_is_missing_is_named_with_its_help() -> None:
    assert read_settings() == [
        f"{field.validation_alias} is missing or wrong. {field.description}"
        for field in Settings.model_fields.values()
    ]


def test_settings_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES.values():
        monkeypatch.setenv(name, f"of {name}")
    settings = read_settings()
    assert isinstance(settings, Settings)
    assert (settings.database_url, settings.keys) == ("of DAYONE_DATABASE_URL", "of DAYONE_KEYS")


def test_settings_are_read_from_a_folder_of_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "DAYONE_KEYS").write_text("from a file\n")
    monkeypatch.setenv("DAYONE_DATABASE_URL", "from the environment")
    settings = read_settings(str(tmp_path))
    assert isinstance(settings, Settings)
    assert (settings.database_url, settings.keys) == ("from the environment", "from a file")


def test_a_secret_is_not_in_the_sentence_about_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAYONE_KEYS", "hunter2")
    assert "hunter2" not in repr(read_settings())


def test_a_secret_is_not_said_by_the_settings_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES.values():
        monkeypatch.setenv(name, "hunter2")
    assert "hunter2" not in repr(read_settings())
