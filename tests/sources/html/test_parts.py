"""What is of the page and what is of the policy; where it is not certain, it is of the policy."""

from __future__ import annotations

import pytest

from tests.sources.html.show import text

RULES = "<p>Pupils walk in the corridors, keep to the left and hold doors open. Staff remind those who forget.</p>" * 3
PARTS = {
    "menu": ("<nav><a>Home</a></nav><main>{}</main>", "Home", "web page menu"),
    "menu by class": (
        '<div class="mainNav"><a>Home</a> <a>News</a></div><div class="content">{}</div>',
        "Home",
        "web page menu",
    ),
    "menu without a name": (
        "<ul><li><a>Home</a><li><a>News</a><li><a>Staff</a></ul><main>{}</main>",
        "Home",
        "web page menu",
    ),
    "cookies": ('<div id="cookie-banner"><p>We set cookies.</p></div><main>{}</main>', "cookies", "cookie notice"),
    "ticker": ("<marquee>Fair on Friday</marquee><main>{}</main>", "Fair", "web page news"),
    "foot": ("{}<footer>School Lane 1</footer>", "School Lane", "web page foot"),
    "address below": (
        '<div class="article-body">{}</div><div class="siteFooter">School Lane 1</div>',
        "Lane",
        "web page foot",
    ),
    "beside the main part": ("<div>Term starts soon</div><main>{}</main>", "Term", "web page"),
    "print button": ("<main>{}<p><a href=#>Print this page</a></p></main>", "Print", "web page"),
    "sharing within the text": (
        '<main>{}<div class="social-share"><a>Tweet</a></div></main>',
        "Tweet",
        "web page sharing",
    ),
    "title of the page": ("<title>Walking</title>{}", "Walking", "web page head"),
    "school's name over the page": (
        "<header><h1>Elm School</h1></header><main><h2>Walking</h2>{}</main>",
        "Elm",
        "web page head",
    ),
}


@pytest.mark.parametrize(("page", "words", "aside"), PARTS.values(), ids=PARTS)
def test_parts_of_the_page(page: str, words: str, aside: str) -> None:
    lines = text(page.format(RULES))
    assert [f"<{aside}>" in line for line in lines if words in line] == [True]
    assert sum(line.startswith("Pupils walk") for line in lines) == 3


KEPT = {
    "title over the main part": "<header><h1>Walking kept</h1></header><main>{}</main>",
    "title beside the main part": "<div><h1>Walking kept</h1></div><main>{}</main>",
    "title in a slide show over the text": '<div class="slider"><h1>Walking kept</h1></div><main>{}</main>',
    "foot of an article": "<article>{}<footer>Approved by governors kept</footer></article>",
    "section with a header class": '<main>{}<div class="section-header"><h3>Rules kept</h3></div></main>',
    "heading whose anchor is a word for a part": '<main>{}<h2 id="search">Searching kept</h2><p>Text.</p></main>',
    "section whose anchor is a word for a part": '<main>{}<section id="cookies">We use no cookies kept.</section></main>',
    "everything in a part named head": '<div class="header nav-open">{} kept</div>',
    "links within the text": "<main>{}<ul><li><a>Uniform kept</a><li><a>Phones</a><li><a>Visits</a></ul></main>",
    "one word that pages use too": "<main>{}<ul><li>Email kept<li>Print<li>Share</ul></main>",
    "much text beside the main part": "<main>{}</main><div>" + RULES + "kept</div>",
    "many rules in an aside": "<main>{}<aside>Pupils who are late sign in at the office. They tell their teacher why they are late and catch up on the work they missed kept</aside></main>",
    "class about another part": '<div class="cookie-bar">We set cookies that count visits to this website, as most do.</div><div class="has-sidebar">{} kept</div>',
    "part that holds an article": '<div>Term dates and other news of the school are here.</div><div class="slider"><article>{} kept</article></div>',
    "policy about cookies": '<div class="cookie-policy">{} kept</div>',
    "text beside a small main part": "<main>Welcome</main><div>{} kept</div>",
}


@pytest.mark.parametrize("page", KEPT.values(), ids=KEPT)
def test_the_policy_is_never_clutter(page: str) -> None:
    assert [line for line in text(page.format(RULES)) if "kept" in line and "<" in line] == []
