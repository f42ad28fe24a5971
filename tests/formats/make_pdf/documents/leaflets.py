"""A leaflet of questions in three columns, a pupils' version in large type, a policy in two languages."""

from __future__ import annotations

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import cm

from tests.formats.author import Element, c, front, h, i, lead, metadata, p, page, policy, table
from tests.formats.make_pdf.flowables import Look, family, line, set_pages
from tests.formats.make_pdf.pages import Skin, by_chromium, by_office
from tests.formats.make_pdf.paper import column, paper

NARROW = family("SansNarrow")
LEAFLET = Look(
    fonts=NARROW,
    size=11,
    leading=13,
    gap=5,
    page=landscape(A4),
    columns=3,
    margins=(1.2 * cm, 1.2 * cm, 1.2 * cm, 1.4 * cm),
    heads=((13, True, "#005a40", False),),
    indents=(0, 14, 26),
    hangs=(0, 3, 16),
    bullets=(("", "\u2022"), ("", "\u2013")),
    widths=((4.2 * cm, 4.2 * cm),),
    on_odd=line("Millbeck Junior School \u2013 phones leaflet \u2013 issue 2", 34, 22, NARROW[2], 8),
)

PHONES: list[Element] = [
    front("Millbeck Junior School", "front"),
    policy(
        "Phones and Smart Watches: Your Questions",
        "mobile-phones",
        "pk",
        approved=None,
        approved_by=None,
        reviewed=None,
        review_date=None,
        review_cycle=None,
        owner=None,
        scope=None,
        audience_alt=["parents"],
        title_alt=["Phones and Smart Watches"],
        scope_alt=["It is for the families of all our pupils."],
    ),
    p(
        "This leaflet is a short version of our mobile phone policy. It is for the families of all our pupils.",
        "none pk",
    ),
    h(None, "Can my child bring a phone?"),
    p(
        "Only in Years 5 and 6, and only if he or she walks home alone. You must fill in the slip at the back first.",
        "may|must pk|p",
    ),
    h(None, "Where is it kept?"),
    p(
        "It is handed in at the classroom door, switched off, and locked in a box until 3.20 pm. Teachers do not look at it.",
        "must|must_not ks|s",
    ),
    h(None, "What about smart watches?"),
    p(
        "Children may wear a watch that only tells the time and counts steps. Watches that can call, message or take pictures are treated as phones and may not be worn, even in \u2018school mode\u2019.",
        "must_not|may k",
    ),
    column(),
    h(None, "What is not allowed?"),
    lead(None, "Children must not:"),
    i(None, "use a phone anywhere on the site, before or after the bell", "must_not k"),
    i(None, "take a picture of another child, even a friend who does not mind", "must_not k"),
    i(None, "bring a phone on a trip.", "must_not k"),
    h(None, "What if the rule is broken?"),
    table(
        ("How often", "What we do"),
        ("must s|sp", "First time", "We keep it until the end of the day"),
        ("must p|sp", "Second time", "You collect it from the office"),
        ("must_not k|s", "Third time", "No phone for the rest of the term"),
    ),
    h(None, "Are you insured?"),
    p("No. Phones come at the owner\u2019s risk, although we will of course take care of the box.", "none|must sp|p"),
    column(),
    h(None, "How can I reach my child?"),
    p(
        "Ring the office on 01632 960 130. We will pass on any message before the end of the next break. Please do not ring your child.",
        "must_not|must sp|p",
    ),
    h(None, "What do you ask of me?"),
    lead(None, "We ask you to:"),
    i(None, "keep your own phone in your pocket on the playground", "should p"),
    i(None, "not post pictures of other people\u2019s children", "should_not p"),
    i(None, "check your child\u2019s phone at home from time to time.", "should p"),
    h(None, "Permission slip"),
    front("Child\u2019s name ........................ Class ........", "left"),
    front("I have read the leaflet. Signed ........................", "left"),
]
PHONES_LEAFLET = paper(
    "dev-pdf-phones-leaflet",
    PHONES,
    set_pages(LEAFLET),
    "mobile-phones",
    "reportlab, a leaflet on its side in three columns of narrow type; headings as questions in colour; small table in a column; slip at the end; no date anywhere",
    furniture=("Millbeck Junior School – phones leaflet – issue 2",),
    problems=("date-missing", "review-date-missing"),
)

LARGE = Skin(
    """<html><head><meta charset="utf-8"><style>body{font-family:'DejaVu Sans';font-size:20pt}
h1{font-size:34pt;color:#4b0082} h2{font-size:26pt;color:#c04000} li{margin-bottom:10pt} p{margin-bottom:12pt}</style></head><body>{body}</body></html>""",
    typed=False,
    front={"motto": '<p align="center"><i>{}</i></p>'},
)
PUPILS: list[Element] = [
    front("Cobble Lane Primary School", "motto"),
    policy(
        "Our Rules for Staying Safe Online",
        "online-safety",
        "k",
        approved="2026-01",
        approved_by=None,
        reviewed=None,
        review_date="2027-01",
        review_cycle=None,
        owner=None,
        scope=None,
        approved_by_alt=["School Council", "school council", "The School Council"],
        review_cycle_alt=["P1Y"],
        kind_alt=["acceptable-use"],
        audience_alt=["pupils", "staff"],
    ),
    front("Agreed by the School Council, January 2026. We will look at it again in January 2027.", "motto"),
    h(None, "Think before you click"),
    p("I only use the apps and sites that my teacher has picked.", "must k"),
    p("I always ask a grown-up if I am not sure.", "must k"),
    h(None, "Be kind"),
    lead(None, "When I am online, I will:"),
    i("1.", "be polite, even when somebody else is not;", "must k"),
    i("2.", "say sorry if I upset someone;", "must k"),
    i("3.", "never pass on something unkind.", "must_not k"),
    h(None, "Keep safe"),
    lead(None, "I will not:"),
    i(None, "tell anyone my password, my address or my school", "must_not k"),
    i(None, "put up a photo of me or of my friends", "must_not k"),
    i(None, "meet somebody I only know from a game", "must_not k"),
    p(
        "If something makes me feel scared or sad, I turn the screen over and tell a grown-up. I will not be in trouble.",
        "must k",
    ),
    h(None, "What grown-ups do"),
    p(
        "My teacher can see what I look at on a school tablet. Teachers listen, and do not just take the tablet away.",
        "must|may s",
    ),
]
PUPILS_LARGE = paper(
    "dev-pdf-pupils-large",
    PUPILS,
    by_office(LARGE),
    "online-safety",
    "LibreOffice from a page, large type for pupils, few words to the line; headings by size and colour; 'I will' and 'I will not'; agreed by the school council in a sentence",
)

TWO_TONGUES = Skin(
    """<!doctype html><html lang="cy"><head><meta charset="utf-8"><style>
@page { size: A4; margin: 20mm; @bottom-right { content: "Tudalen " counter(page) " / Page " counter(page); font: 8pt 'Liberation Sans' } }
body { font: 11pt/1.4 'Liberation Sans' } h1 { font-size: 20pt } h2 { font-size: 13pt } .two { columns: 1 }
.d0 { padding-left: 32pt; text-indent: -32pt } .d1 { padding-left: 54pt; text-indent: -22pt } i, em { color: #444 }
table td { padding: 2pt 8pt; vertical-align: top }</style></head><body>{body}</body></html>""",
    number="{}\u2002",
    metadata="<table>",
    front={"motto": "<p><em>{}</em></p>"},
)
WELSH: list[Element] = [
    front("Ysgol Gynradd Cwm Briallu / Primrose Valley Primary School", "motto"),
    policy(
        "Polisi Codi T\u00e2l / Charging Policy",
        "charging",
        "ps",
        approved="2025-03-18",
        approved_by="Corff Llywodraethol",
        reviewed=None,
        review_date="2028-03",
        review_cycle=None,
        owner=None,
        scope=None,
        approved_by_alt=["Corff Llywodraethol / Governing Body", "Governing Body"],
        review_cycle_alt=["P3Y"],
        title_alt=["Charging Policy", "Polisi Codi T\u00e2l"],
        scope_alt=[
            "Mae'r polisi hwn yn berthnasol i bob gweithgaredd a drefnir gan yr ysgol.",
            "This policy applies to every activity arranged by the school.",
        ],
        audience_alt=["parents"],
    ),
    metadata(
        ("Mabwysiadwyd gan / Adopted by", "Corff Llywodraethol / Governing Body"),
        ("Dyddiad / Date", "18 Mawrth 2025 / 18 March 2025"),
        ("Adolygu / Review", "Mawrth 2028 / March 2028"),
    ),
    h("1.", "Cwmpas"),
    c("1.1", "Mae'r polisi hwn yn berthnasol i bob gweithgaredd a drefnir gan yr ysgol.", "none ps"),
    c("1.2", "Ni chaniateir codi t\u00e2l am addysg a ddarperir yn ystod oriau ysgol.", "must_not s|ps"),
    h("2.", "Cyfraniadau gwirfoddol"),
    c(
        "2.1",
        "Caiff y pennaeth ofyn i rieni am gyfraniad gwirfoddol. Rhaid dweud yn glir nad oes rheidrwydd i gyfrannu.",
        "may|must s|sp",
    ),
    lead("2.2", "Ni ddylai athrawon:"),
    i("(a)", "gofyn i blentyn am arian o flaen y dosbarth;", "should_not s"),
    i("(b)", "gadael plentyn allan am na thalwyd.", "should_not s"),
    c("2.3", "Os na ddaw digon o arian i law, mae'n bosibl y caiff yr ymweliad ei ganslo.", "none sp"),
    page(),
    h("1.", "Scope"),
    c("1.1", "This policy applies to every activity arranged by the school.", "none ps"),
    c("1.2", "No charge may be made for education provided during school hours.", "must_not s|ps"),
    h("2.", "Voluntary contributions"),
    c(
        "2.1",
        "The headteacher may ask parents for a voluntary contribution. It must be made clear that nobody is obliged to contribute.",
        "may|must s|sp",
    ),
    lead("2.2", "Teachers should not:"),
    i("(a)", "ask a child for money in front of the class;", "should_not s"),
    i("(b)", "leave a child out because nothing was paid.", "should_not s"),
    c("2.3", "If too little money comes in, the visit may have to be cancelled.", "none sp"),
]
WELSH_ENGLISH = paper(
    "dev-pdf-welsh-english",
    WELSH,
    by_chromium(TWO_TONGUES),
    "charging",
    "Chromium; the Welsh text and then the English, with the same numbers twice; labels and dates in both languages in one cell; Welsh duties ('Ni chaniateir', 'Caiff', 'Rhaid')",
    furniture=(
        "Ysgol Gynradd Cwm Briallu / Primrose Valley Primary School",
        "Tudalen 1 / Page 1",
        "Tudalen 2 / Page 2",
    ),
    school={"name": "Ysgol Gynradd Cwm Briallu", "nation": "wales"},
)
