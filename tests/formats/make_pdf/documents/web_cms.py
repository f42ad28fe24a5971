"""Anti-bullying as a page of a school's own website: menus, cookies, ticker, breadcrumbs, side bar, foot."""

from __future__ import annotations

from tests.formats.author import Element, front, h, i, lead, metadata, p, policy, table, tail
from tests.formats.make_pdf.pages import Skin, as_page
from tests.formats.make_pdf.paper import paper

FRAME = """<!DOCTYPE html>
<html lang="en" class="no-js">
<head>
<meta charset="utf-8">
<title>St Wilfrid's Cross Primary School - Anti-Bullying Policy</title>
<meta name="description" content="Our school in the heart of the village">
<script>window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);} var notice = "Pupils must never read this";</script>
<style>.ticker{overflow:hidden} .skip{position:absolute;left:-9999px} .nav ul{display:inline}</style>
</head>
<body class="page page--policies">
<a class="skip" href="#main">Skip to content &darr;</a>
<div id="cookie-banner" class="cookies" role="dialog"><p>We use cookies to make our website better. By continuing to browse you agree to our use of cookies. You must accept cookies to see videos.</p><button>Accept all</button> <button>Manage preferences</button></div>
<header class="site-header"><a href="/"><img src="/logo.png" alt="St Wilfrid's Cross Primary School logo"></a>
<div class="site-name">St Wilfrid's Cross Primary School</div><p class="strapline">Growing together in faith and friendship</p>
<form action="/search"><label for="q">Search this site</label><input id="q" type="search"><button>Go</button></form>
<nav class="nav" aria-label="Main"><ul>
<li><a href="/">Home</a></li><li><a href="/about">About Us</a><ul><li><a href="/about/welcome">Headteacher's Welcome</a></li><li><a href="/about/staff">Who's Who</a></li><li><a href="/about/governors">Governors</a></li></ul></li>
<li><a href="/key">Key Information</a><ul><li><a href="/key/policies">Policies</a></li><li><a href="/key/ofsted">Ofsted and SIAMS</a></li><li><a href="/key/pupil-premium">Pupil Premium</a></li></ul></li>
<li><a href="/news">News and Events</a></li><li><a href="/classes">Class Pages</a></li><li><a href="/contact">Contact Us</a></li></ul></nav></header>
<div class="ticker" aria-live="polite"><span>Breaking news:</span> <ul><li>School closes at 1.15 pm on the last day of term</li><li>Please remember that all pupils need wellies on Forest Friday</li></ul></div>
<ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/key">Key Information</a></li><li><a href="/key/policies">Policies</a></li><li>Anti-Bullying Policy</li></ol>
<div class="wrap"><aside class="sidebar"><h2>In this section</h2><ul><li><a href="/a">Admissions</a></li><li><a href="/b">Anti-Bullying</a></li><li><a href="/c">Complaints</a></li><li><a href="/d">Equality Objectives</a></li></ul>
<h2>Diary dates</h2><ul><li>14 Nov: Flu vaccinations</li><li>21 Nov: Open morning</li></ul></aside>
<main id="main"><article class="content">
{body}
<p class="share">Share this page: <a href="#">Facebook</a> <a href="#">X</a> <a href="#">Email</a></p>
</article></main></div>
<footer class="site-footer"><div><h3>Contact</h3><p>St Wilfrid's Cross Primary School, Mill Lane, Cross Ings, YO99 4ZZ</p><p>Tel: 01632 960 455</p></div>
<div><h3>Useful links</h3><ul><li><a href="/term-dates">Term dates</a></li><li><a href="/privacy">Privacy notice</a></li><li><a href="/sitemap">Sitemap</a></li></ul></div>
<p class="small">&copy; 2026 St Wilfrid's Cross Primary School. School website design by Penny Farthing Digital</p><a href="#top">Back to top</a></footer>
<noscript><img src="https://stats.example/p.gif" alt=""></noscript>
<template><p>Pupils must never see a template.</p></template>
<div hidden>Old version: pupils may hit back.</div>
</body></html>
"""

SKIN = Skin(
    FRAME,
    typed=False,
    metadata='<table class="policy-info">',
    front={"motto": '<p style="text-align:center"><em>{}</em></p>'},
)

ELEMENTS: list[Element] = [
    policy(
        "Anti-Bullying Policy",
        "anti-bullying",
        "spkg",
        approved="2025-02-13",
        approved_by="Full Governing Body",
        reviewed=None,
        review_date="2027-02",
        review_cycle=None,
        owner=None,
        scope="This policy covers bullying by anyone in our school family: pupils, staff, parents and visitors.",
        review_cycle_alt=["P2Y"],
        audience_alt=["staff", "parents", "pupils"],
    ),
    metadata(("Ratified by", "Full Governing Body, 13th February 2025"), ("Next review", "February 2027")),
    front("Love one another as I have loved you. John 13:34", "motto"),
    h(None, "Our beliefs"),
    p(
        "Every child is made in God's image. Bullying denies that, and so it has no place here. This policy covers bullying by anyone in our school family: pupils, staff, parents and visitors.",
        "none spkg",
    ),
    p(
        "We know that bullying happens in every school from time to time. What matters is that it is not hidden, and that nobody is told simply to ignore it.",
        "none|must_not spkg|s",
    ),
    h(None, "What is bullying?"),
    p(
        "Bullying is unkind behaviour, repeated over time, that is meant to hurt and where it is hard for the person to defend themselves. We use the word STOP: Several Times On Purpose.",
        "none spkg",
    ),
    lead(None, "Bullying can be:"),
    i(None, "[[b:Emotional]]: leaving people out, tormenting, hiding books, threatening gestures", "none spkg"),
    i(None, "[[b:Physical]]: pushing, kicking, hitting or any use of violence", "none spkg"),
    i(None, "[[b:Verbal]]: name-calling, sarcasm, spreading rumours, teasing", "none spkg"),
    lead(None, "[[b:Online]]: in games, messages and group chats, for example:", 1),
    i(None, "making a group about somebody", "none spkg", 2),
    i(None, "posting a picture without the person's say-so", "none spkg", 2),
    i(None, "[[b:Prejudice-based]]: because of race, faith, disability, sex, family or home", "none spkg"),
    p(
        "A single falling-out, or a fight between equals, is not bullying. It is dealt with under the [[link:https://stwilfridscross.example/key/policies/behaviour|Behaviour Policy]].",
        "none|must spkg|s",
    ),
    h(None, "If you are being bullied"),
    lead(None, "You should:", form="plain"),
    i("1.", "tell an adult you trust, at school or at home;", "should k"),
    i("2.", "tell a friend, or put a note in the worry box, if you do not want to tell an adult yet;", "should k"),
    i("3.", "keep any messages, and not reply to them;", "should|should_not k"),
    i("4.", "never hit back.", "must_not|should_not k"),
    p("It is not your fault, and telling is not telling tales.", "none k"),
    h(None, "What adults do"),
    lead(None, "Any adult who is told about bullying must:"),
    i("a.", "stop what they are doing and listen;", "must s"),
    i("b.", "make sure that the child is safe before the end of that session;", "must s"),
    i("c.", "write it on a blue form on the same day; and", "must s"),
    i("d.", "pass the form to the headteacher,", "must s"),
    tail("and must not try to sort it out alone if it has happened before."),
    p(
        "The headteacher or the deputy will talk with each child separately within one school day. They may also talk with children who saw what happened, but will not put them on the spot in front of others.",
        "must|must_not s",
    ),
    table(
        ("When", "What happens", "Who"),
        ("must s", "Same day", "The children are seen and the parents of both are telephoned", "Class teacher"),
        (
            "must s",
            "Within a week",
            "A restorative meeting is held, if the child who was hurt wants one",
            "Deputy headteacher",
        ),
        (
            "must s|sp",
            "After half a term",
            "The class teacher checks with the child and with the parents that it has not begun again",
            "Class teacher",
        ),
    ),
    h(None, "What we ask of parents"),
    lead(None, "Please:"),
    i(None, "watch for signs such as not wanting to come to school, lost belongings or bad dreams", "should|must p"),
    i(None, "tell the class teacher, even if your child asks you not to", "should|must p"),
    i(None, "do not approach the other child or the other family", "must_not|should_not p"),
    p(
        "Parents who are unhappy with what has been done may use our complaints procedure, and will not be thought a nuisance.",
        "may p",
    ),
    h(None, "Preventing bullying"),
    p(
        "Each class agrees a charter in September. Anti-Bullying Week is kept every November, and Year 5 pupils are trained as playground friends. Playground friends are never asked to deal with bullying themselves.",
        "must|must_not s",
    ),
    h(None, "Monitoring"),
    p(
        "The headteacher reports the number of incidents, without names, to governors every term. Governors ask how each was followed up.",
        "must sg",
    ),
]

WEB_CMS = paper(
    "dev-html-cms",
    ELEMENTS,
    as_page(SKIN),
    "anti-bullying",
    "page of a school's content system: skip link, cookie banner, menus, ticker, breadcrumb, side bar, foot, hidden and template text; plain paragraphs; `ol` and `ol type=a`; nested bullets; table; verse as motto",
    furniture=(
        "Skip to content ↓",
        "We use cookies to make our website better. By continuing to browse you agree to our use of cookies. You must accept cookies to see videos.",
        "Accept all",
        "Manage preferences",
        "St Wilfrid's Cross Primary School",
        "Growing together in faith and friendship",
        "Search this site",
        "About Us",
        "Headteacher's Welcome",
        "Who's Who",
        "Key Information",
        "Ofsted and SIAMS",
        "News and Events",
        "School closes at 1.15 pm on the last day of term",
        "Please remember that all pupils need wellies on Forest Friday",
        "In this section",
        "Equality Objectives",
        "Diary dates",
        "14 Nov: Flu vaccinations",
        "Share this page: Facebook X Email",
        "St Wilfrid's Cross Primary School, Mill Lane, Cross Ings, YO99 4ZZ",
        "Tel: 01632 960 455",
        "Useful links",
        "Sitemap",
        "© 2026 St Wilfrid's Cross Primary School. School website design by Penny Farthing Digital",
        "Back to top",
    ),
    absent=["Pupils must never read this", "Pupils must never see a template.", "Old version: pupils may hit back."],
)
