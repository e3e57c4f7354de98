"""Finding the folders of a project."""

from __future__ import annotations

from pathlib import Path

from brief.build.project import find_house, find_project, list_definitions, list_designs


def test_the_nearest_folder_with_definitions_is_the_project(tmp_path: Path) -> None:
    """From anywhere inside a project, its root is the folder that holds `briefings/`."""
    inner = tmp_path / "briefings" / "x" / "images"
    inner.mkdir(parents=True)
    project = find_project(inner)
    assert project.root == tmp_path
    assert project.output == tmp_path / "out"
    assert list_definitions(project) == ("x",)


def test_own_templates_come_before_ours(tmp_path: Path) -> None:
    """A project's own `templates/` folder is searched first."""
    (tmp_path / "briefings").mkdir()
    (tmp_path / "templates").mkdir()
    project = find_project(tmp_path)
    (tmp_path / "templates" / "own").mkdir()
    assert list_designs(project) == ("own", "policy-brief")
    assert project.template_folders == (tmp_path / "templates", find_house() / "templates")
