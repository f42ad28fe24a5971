"""Pages saved from Word: admissions (long, filtered) and uniform (whole)."""

from __future__ import annotations

from functools import partial

from tests.formats.author import (
    Element,
    c,
    front,
    h,
    i,
    lead,
    metadata,
    more,
    p,
    policy,
    split,
    table,
    tail,
)
from tests.formats.make_pdf.exports import word_page
from tests.formats.make_pdf.pages import Skin
from tests.formats.make_pdf.paper import paper

FILTERED = Skin(
    """<html>

<head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<meta name=Generator content="Microsoft Word 15 (filtered)">
<title>Admissions</title>
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:Wingdings; panose-1:5 0 0 0 0 0 0 0 0 0;}
 p.MsoNormal {margin:0cm 0cm 8.0pt; font-size:11.0pt; font-family:"Calibri",sans-serif;}
 @page WordSection1 {size:595.3pt 841.9pt; margin:72.0pt;}
 div.WordSection1 {page:WordSection1;}
-->
</style>
</head>

<body lang=EN-GB link="#0563C1" style='word-wrap:break-word'>

<div class=WordSection1>

{body}

</div>

</body>

</html>
""",
    title="<p class=MsoTitle>{}</p>\n",
    metadata="<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>",
    notes='<div id=ftn{0}><p class=MsoFootnoteText><a href="#_ftnref{0}" name="_ftn{0}" title=""><span class=MsoFootnoteReference>[{0}]</span></a> {1}</p></div>',
)

ADMISSIONS_TEXT: list[Element] = [
    front("St Oswin\u2019s Church of England Secondary School"),
    policy(
        "Admission Arrangements 2027\u20132028",
        "admissions",
        "ps",
        approved="2026-02-24",
        approved_by="Admissions Committee",
        reviewed=None,
        review_date=None,
        review_cycle="P1Y",
        owner=None,
        scope="These arrangements apply to admission to Year 7 in September 2027, to in-year admission between then and August 2028, and to the sixth form.",
        title_alt=["Admission Arrangements"],
        audience_alt=["parents", "governors", "staff"],
        approved_by_alt=["Governors' Admissions Committee", "Governing Body"],
    ),
    metadata(
        ("Determined by", "Admissions Committee"),
        ("Date", "24 February 2026"),
        ("Consultation needed", "Every seven years, last held in 2021"),
    ),
    h("1", "Introduction"),
    c(
        "1.1",
        "St Oswin\u2019s is a voluntary aided school. The governing body is the admission authority, which means that it, and not the council, decides who is offered a place.",
        "none psg|p",
    ),
    c(
        "1.2",
        "These arrangements apply to admission to Year 7 in September 2027, to in-year admission between then and August 2028, and to the sixth form.",
        "none p|ps",
    ),
    c("1.3", "They are determined every year by 28 February, whether or not they have changed.", "must g"),
    c(
        "1.4",
        "The published admission number for Year 7 is 180. No child may be refused a place while fewer than 180 have been offered one.",
        "must_not g|gs",
    ),
    h("2", "How to apply"),
    c(
        "2.1",
        "Parents apply to the council in whose area they live, on that council\u2019s common application form, by 31 October 2026.",
        "must p",
    ),
    c(
        "2.2",
        "Parents who wish to be considered under criterion (d) or (e) should also fill in our supplementary information form and have it signed by their minister. Without it the application is still valid, but can be ranked only under the later criteria.",
        "should|none p",
    ),
    split("2.3", "The supplementary form asks for no more than we need.", "It must not ask for:", "must g|gs"),
    i("(a)", "either parent\u2019s occupation, income or marital status;", "must_not g|gs"),
    i("(b)", "a photograph of the child;", "must_not g|gs"),
    i("(c)", "the first language of the family; or", "must_not g|gs"),
    i("(d)", "a contribution to school funds, even one that is called voluntary.", "must_not g|gs"),
    c(
        "2.4",
        "Late applications are dealt with after those that were in time[[fn:late]], unless there was good reason why the form was late.",
        "must g|gs",
    ),
    c("2.5", "Parents will be told the outcome by the council on 1 March 2027.", "none p|sp"),
    h("3", "Children with a plan"),
    c(
        "3.1",
        "A child whose education, health and care plan names the school will be admitted. This is done before the criteria below are looked at and is not itself a criterion.",
        "must g|gs",
    ),
    h("4", "Oversubscription criteria"),
    lead("4.1", "Where there are more applications than places the governing body will admit in this order:"),
    i(
        "(a)",
        "looked-after children and children who were looked after but ceased to be so because they were adopted;",
        "must g",
    ),
    i(
        "(b)",
        "children who appear to have been in state care outside England and to have ceased to be in it as a result of being adopted;",
        "must g",
    ),
    i(
        "(c)",
        "children with an exceptional medical or social need that can be met only at this school, as shown by a letter from a professional (a letter that says merely that the school would be suitable is not enough);",
        "must g",
    ),
    lead(
        "(d)",
        "up to 60 children whose parent has worshipped, at least twice a month for the two years up to the closing date, at:",
        1,
    ),
    i("(i)", "a church of the Church of England; or", "must g", 2),
    i("(ii)", "any other church that is a member of Churches Together[[fn:ct]];", "must g", 2),
    i("(e)", "up to 20 children of practising members of other faiths;", "must g"),
    i("(f)", "brothers and sisters of pupils who will still be here in September 2027;", "must g"),
    i(
        "(g)",
        "children of staff, where the member of staff has been employed for two years or more or was recruited to fill a vacant post for which there is a demonstrable skill shortage; and",
        "must g",
    ),
    i("(h)", "other children.", "must g"),
    c(
        "4.2",
        "If worship was not possible because the church was closed, the requirement to attend applies only to the times when it was open.",
        "none p|gp",
    ),
    more(
        "The same holds for a family that has moved, as long as the minister of the church they came from confirms it.",
        "none p|gp",
    ),
    c(
        "4.3",
        "Within each criterion those who live nearer are ranked first. Distance is measured in a straight line, by the council\u2019s computer, from the front door of the home to the main gate in Cuthbert Lane.",
        "must g|gs",
    ),
    c(
        "4.4",
        "Where two distances are the same, or two children live in one block of flats, lots are drawn by somebody who has nothing to do with the school.",
        "must g|gs",
    ),
    c(
        "4.5",
        "Twins and children of a multiple birth are not to be separated: if one is offered the last place, so are the others.",
        "must_not|must g|gs",
    ),
    h("5", "What we mean"),
    lead("5.1", "In these arrangements:"),
    i(
        None,
        "\u201chome\u201d is where the child normally sleeps on school nights, and not the address of a grandparent or child-minder;",
        "none p|ps",
    ),
    i(
        None,
        "\u201cparent\u201d includes any person who has parental responsibility for the child or who has the care of him or her;",
        "none p|ps",
    ),
    i(
        None,
        "\u201cbrother\u201d and \u201csister\u201d include half-, step-, adopted and foster brothers and sisters who live in the same home.",
        "none p|ps",
    ),
    c(
        "5.2",
        "Proof of address may be asked for. An offer can be taken back if it was obtained by a fraudulent or intentionally misleading application, but not otherwise once the term has begun.",
        "may|must_not g|gp",
    ),
    h("6", "Waiting list"),
    split("6.1", "A waiting list is kept until 31 December 2027.", "A child\u2019s position on it:", "must s|gs"),
    i(None, "is fixed by the criteria, and not by when the name was put down;", "must|must_not s|gs"),
    i(None, "may go down as well as up; and", "none s|p"),
    i(None, "is not affected by an appeal.", "must_not|none s|p"),
    c("6.2", "Names will not be kept on after that date unless the parent asks for it in writing.", "must_not s|sp"),
    h("7", "In-year admissions"),
    c("7.1", "In-year applications are made on form IY1, which can be had from the office.", "must|may p"),
    lead("7.2", "Within ten school days the admissions officer will:"),
    i("(a)", "tell the parents in writing whether there is a place;", "must s"),
    i("(b)", "give the reasons if there is none; and", "must s"),
    i("(c)", "say how to appeal.", "must s"),
    c(
        "7.3",
        "An application must not be refused because of poor behaviour elsewhere, save under the fair access protocol.",
        "must_not g|gs",
    ),
    c("7.4", "Nor will it be put off until the end of term.", "must_not g|gs"),
    h("8", "Sixth form"),
    c(
        "8.1",
        "Up to 25 places in Year 12 are offered to students from other schools. Our own students have a right to stay on if they meet the same entry requirements.",
        "may|none s|gs",
    ),
    table(
        ("Course", "Needed overall", "Needed in the subject"),
        (
            "must k|s",
            "Three A levels",
            "Five grades 5 to 9",
            "Grade 6 in each subject to be taken, or grade 7 for mathematics",
        ),
        ("must k|s", "Two A levels and an applied certificate", "Five grades 4 to 9", "Grade 5"),
        (
            "must_not|none k|s",
            "Applied certificates only",
            "Four grades 4 to 9",
            "None; a place is not to be refused for want of a grade in English",
        ),
    ),
    c(
        "8.2",
        "Meetings may be held to talk about courses, but they form no part of the decision whether to offer a place.",
        "may|must_not s",
    ),
    h("9", "Education outside the normal age group"),
    c(
        "9.1",
        "Parents may ask for a place for their child outside the normal age group, for example if the child is gifted or has been ill. They write to the headteacher, with whatever evidence they wish to give.",
        "may|must p",
    ),
    split(
        "9.2",
        "The governing body decides on the circumstances of each case and in the best interests of the child.",
        "It takes account of:",
        "must g",
    ),
    i("(i)", "the parents\u2019 views;", "must g"),
    i("(ii)", "the child\u2019s academic, social and emotional development;", "must g"),
    i("(iii)", "medical history, where relevant; and", "must g"),
    i("(iv)", "whether the child has been educated out of the age group before,", "must g"),
    tail("and always of the headteacher\u2019s views."),
    c(
        "9.3",
        "There is no right of appeal where a place is offered but not in the year group that was asked for.",
        "none p",
    ),
    h("10", "Appeals"),
    c(
        "10.1",
        "Parents who have been refused a place may appeal to an independent panel within 20 school days. Appeals for Year 7 that are lodged by 12 April 2027 are heard within 40 school days.",
        "may|must p",
    ),
    c("10.2", "The panel\u2019s decision binds the school.", "none|must g|gs"),
    c(
        "10.3",
        "A second appeal in the same school year is not allowed unless circumstances have changed materially.",
        "must_not p",
    ),
]
ADMISSIONS = paper(
    "dev-html-word-filtered",
    ADMISSIONS_TEXT,
    partial(word_page, FILTERED, False),
    "admissions",
    "long, Word's filtered page in Windows-1252: numbers and symbol-font bullets as text before a run of spaces, sentences broken over lines of the file, comment in the style sheet, footnotes at the end with [1]; ordered criteria; negative lead-ins; tail; no next review",
    notes={
        "late": (
            "The office will say, if asked, how many places are left; it cannot say what the chances are.",
            "must|must_not s",
        ),
        "ct": ("A list of member churches is kept by the clerk.", "none|must p|s"),
    },
    problems=("review-date-missing",),
)

WHOLE = Skin(
    """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<meta name=ProgId content=Word.Document>
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>Office</o:Author><o:LastAuthor>Pupils must not see this</o:LastAuthor><o:Pages>2</o:Pages></o:DocumentProperties></xml><![endif]-->
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View><w:TrackMoves>false</w:TrackMoves></w:WordDocument></xml><![endif]-->
<style>
<!--
 p.MsoNormal {mso-style-unhide:no; margin:0cm; mso-pagination:widow-orphan; font-family:"Calibri",sans-serif;}
 @list l0 {mso-list-id:1234567; mso-list-type:hybrid;}
 @list l0:level1 {mso-level-text:"%1\\."; mso-level-tab-stop:none;}
-->
</style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:"Table Normal";}</style><![endif]-->
</head>
<body lang=EN-GB style='tab-interval:36.0pt'>
<div class=WordSection1>
{body}
<p class=MsoNormal><span style='display:none;mso-hide:all'>Old rule: trainers may be worn.</span><o:p>&nbsp;</o:p></p>
</div>
</body>
</html>
""",
    title="<p class=MsoTitle>{}<o:p></o:p></p>",
    metadata="<table class=MsoNormalTable border=0 cellpadding=0>",
)

UNIFORM_TEXT: list[Element] = [
    policy(
        "School Uniform Policy",
        "uniform",
        "kps",
        approved="2024-05",
        approved_by="Governors",
        reviewed=None,
        review_date="2027-05",
        review_cycle=None,
        owner=None,
        scope=None,
        scope_alt=["It applies to all pupils in Reception to Year 6; nursery children may wear what they like."],
        audience_alt=["pupils", "parents"],
        review_cycle_alt=["P3Y"],
    ),
    metadata(("Agreed by Governors:", "May 2024"), ("Review date:", "May 2027")),
    h(None, "Our approach"),
    p(
        "A uniform should be affordable, comfortable and the same for everybody. It applies to all pupils in Reception to Year 6; nursery children may wear what they like.",
        "should|may kps|k",
    ),
    h(None, "What to wear"),
    lead("1.", "All pupils wear:"),
    i(None, "a plain navy jumper or cardigan (the school badge is not required)", "must k"),
    i(None, "a white or pale blue polo shirt", "must k"),
    i(None, "grey or black trousers, skirt, shorts or pinafore", "must k"),
    i(None, "black shoes, in which they can run", "must k"),
    lead("2.", "On PE days pupils come to school in their kit, which is:"),
    i(None, "a T-shirt in the colour of their house", "must k"),
    i(None, "navy shorts or jogging bottoms, without a large logo", "must k"),
    i(None, "trainers", "must k"),
    lead("3.", "Pupils may not wear:"),
    i(
        None,
        "jewellery, other than one pair of plain studs and a watch that does not connect to the internet",
        "must_not k",
    ),
    i(None, "make-up or nail varnish", "must_not k"),
    i(None, "football shirts, except on a day when the school has said that they may.", "must_not k"),
    c(
        "4.",
        "Religious and cultural dress is welcome. Parents need not ask beforehand, but should speak to the teacher where an item might be unsafe in PE.",
        "may|should p|kp",
    ),
    h(None, "Cost"),
    c(
        "5.",
        "No item has to be bought from one shop. Second-hand uniform is given away, without questions, on the first Friday of each month.",
        "must_not|none sp|s",
    ),
    c("6.", "Nobody is sent home, or kept out of a lesson, because of what they are wearing.", "must_not s"),
    h(None, "If uniform is not worn"),
    c(
        "7.",
        "The class teacher has a quiet word with the child, lends what is missing and, the third time, telephones home. It is not to be done in front of the class.",
        "must|must_not s",
    ),
]
UNIFORM = paper(
    "dev-html-word-whole",
    UNIFORM_TEXT,
    partial(word_page, WHOLE, True),
    "uniform",
    "Word's unfiltered page: `mso-list` and conditional comments hold the marks, numbers run on across headings, document properties in comments, hidden text; permissions and a 'may not' list",
    absent=["Pupils must not see this", "Old rule: trainers may be worn."],
)
