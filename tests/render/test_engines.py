"""Whatever renders the site, it is the same site: addresses, ids, words, data."""

from __future__ import annotations

from pathlib import Path

import pytest

from clauseway.model import Collection
from clauseway.problems import Severity, UnreadableSource
from clauseway.publish import hand_written, publish, write
from clauseway.render import DOCS, Engine, check_engine, render
from tests.publish.hostile import HOSTILE
from tests.publish.samples import SITE
from tests.render.rendered import rendered
from tests.render.test_engine import say, school

ADDRESS = "https://policies.example/sub/"
OTHERS = [engine for engine in Engine if engine is not Engine.MKDOCS]


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published site with a school that says every hostile text, and the repository's own pages."""
    folder = tmp_path_factory.mktemp("published") / "docs"
    texts = {f"h{number}": text for number, text in enumerate(HOSTILE.values())}
    schools = tuple(school(text, slug) for slug, text in texts.items())
    policies = tuple(say(text, slug) for slug, text in texts.items())
    whole = Collection((*schools, *SITE.schools), (*policies, *SITE.policies), relations=SITE.relations)
    write(publish(whole, lambda _: DOCS / "index.md", hand_written(DOCS)), folder)
    return folder


@pytest.fixture(scope="module")
def mkdocs(docs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("mkdocs") / "site"
    assert render(docs, site, ADDRESS) == ()
    return site


@pytest.mark.parametrize("engine", OTHERS)
def test_every_renderer_makes_the_same_site(docs: Path, mkdocs: Path, tmp_path: Path, engine: Engine) -> None:
    beside = sorted(path.name for path in docs.parent.iterdir())
    assert render(docs, tmp_path / "site", ADDRESS, engine=engine) == ()
    expected, found = rendered(mkdocs), rendered(tmp_path / "site")
    assert found.keys() == expected.keys()
    for name, content in expected.items():
        assert found[name] == content, name
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert sorted(path.name for path in docs.parent.iterdir()) == beside


def small(folder: Path, pages: dict[str, str]) -> Path:
    """A site of a few pages with a theme of one file, which any renderer makes in no time."""
    for name, text in {"docs/index.md": "# Home\n", "theme/main.html": "{{ page.content }}", **pages}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    settings = (
        "site_name: Small\ntheme:\n  name: material\n  custom_dir: theme\n  font: false\n  icon: {}\nplugins: []\n"
    )
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return folder / "docs"


@pytest.mark.parametrize("engine", Engine)
def test_what_a_renderer_warns_of_is_a_problem(tmp_path: Path, engine: Engine) -> None:
    docs = small(tmp_path, {"docs/index.md": "# Home\n\n[lost](nowhere.md)\n"})
    (problem,) = render(docs, tmp_path / "site", config=tmp_path / "mkdocs.yml", engine=engine)
    assert (problem.code, problem.severity) == ("site-page", Severity.WARNING)
    assert "index.md" in problem.message
    assert "lost" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize(
    "wrong",
    [{"docs/index.md": "---\ntemplate: nowhere.html\n---\n# Home\n"}, {"theme/main.html": "{% if %}"}],
    ids=["template missing", "template wrong"],
)
def test_a_failure_is_a_problem_and_leaves_the_last_good_site(
    tmp_path: Path, engine: Engine, wrong: dict[str, str]
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("good")
    found = render(small(tmp_path, wrong), tmp_path / "site", config=tmp_path / "mkdocs.yml", engine=engine)
    assert found[-1].code == "site-not-rendered"
    assert "Traceback" not in found[-1].message
    assert (tmp_path / "site" / "index.html").read_text() == "good"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "mkdocs.yml", "site", "theme"]


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("text", ["theme: nothing-like-it\n", "site_name: [", "- 1\n"])
def test_settings_that_cannot_be_read_are_a_problem(tmp_path: Path, engine: Engine, text: str) -> None:
    docs = small(tmp_path, {})
    (tmp_path / "mkdocs.yml").write_text(text)
    found = render(docs, tmp_path / "site", config=tmp_path / "mkdocs.yml", engine=engine)
    assert found[-1].code == "site-not-rendered"


@pytest.mark.parametrize("engine", OTHERS)
def test_a_renderer_that_is_not_installed_is_refused(monkeypatch: pytest.MonkeyPatch, engine: Engine) -> None:
    check_engine(engine)
    monkeypatch.setattr("clauseway.render.engine.find_spec", lambda _name: None)
    with pytest.raises(UnreadableSource) as refusal:
        check_engine(engine)
    assert refusal.value.problem.code == "engine-missing"
    assert f"clauseway[{engine.value}]" in refusal.value.problem.advice
