"""Writes harbour-plan.docx, byte for byte the same each time.

usage: python3 generate.py            (needs python-docx 1.2)

What python-docx cannot write (tracked changes, footnotes) is put in as XML.
"""

import copy
import datetime
import io
import pathlib
import zipfile

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from lxml import etree

HERE = pathlib.Path(__file__).parent
WRITTEN = datetime.datetime(2016, 7, 29, 9, 0, 0)
STAMP = 'w:author="Plan editor" w:date="2016-07-28T09:00:00Z"'
COLUMNS = ["Ref", "What we will do", "Who leads", "By when", "How we will know"]
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def main():
    doc = Document()
    doc.styles.add_style("Inspection finding", WD_STYLE_TYPE.PARAGRAPH).base_style = doc.styles["Intense Quote"]
    doc.styles["Normal"].font.size = Pt(10)
    doc.sections[0].footer.paragraphs[0].text = "Harbour plan, version 4, 29 July 2016"
    opening(doc)
    people_and_places(doc)
    missing(doc)
    youth_offending(doc)
    health_and_tool(doc)
    leadership(doc)
    training(doc)
    probation(doc)
    children(doc)
    whole_system(doc)
    closing(doc)
    footnotes(doc)
    save(doc, HERE / "harbour-plan.docx")


# ---- the text ------------------------------------------------------------------------------------------------

def opening(doc):
    doc.add_heading("Harbour plan", level=0)
    doc.add_paragraph(
        "Written statement of action in answer to the joint targeted area inspection (JTAI) of Central Bedfordshire, "
        "letter of 10 May 2016. Central Bedfordshire Council has coordinated this single statement for the police, "
        "health services, children's social care, the National Probation Service, the Community Rehabilitation "
        "Company, the Youth Offending Service and the Local Safeguarding Children Board. It goes to the mailbox "
        "that the letter names by 15 August 2016."
    )
    doc.add_heading("How to read this plan", level=1)
    doc.add_paragraph(
        "Each theme opens with what the inspectors told us, in our words, and a table of what happens next. One "
        "post answers for each action. Actions for the whole partnership stand in the last theme; the others "
        "belong to single agencies."
    )
    doc.add_heading("What already works", level=1)
    doc.add_paragraph(
        "The inspectors praised the way in which social workers and officers stand by individual children. The "
        "weekly huddle at the hub brings news from school nurses and police together. We are proud of this and "
        "build on it."
    )


def people_and_places(doc):
    theme(doc, "Theme 1. Those who harm children, and the places they use",
          "Work to \u201cdeter, target and pursue\u201d people who exploit children is not strong enough, and little "
          "is done about the places in which it happens.")
    grid = table(doc, COLUMNS)
    row(grid, "1.1",
        "List each month the ten people thought most dangerous to children, and within fourteen days of listing "
        "serve an abduction warning notice on each, apply for a civil order, or open a criminal investigation.",
        "Detective Chief Inspector, Hidden Harm Team", "30 September 2016",
        "Notices, orders and arrests counted each month; nobody stays on the list without a tactic in play")
    last_run(grid, 1, 1).append(footnote_mark(1))
    row(grid, "1.2",
        "A programme of visits to hotels, takeaways and licensed premises will be designed after the licensing "
        "policy has been rewritten in 2018. No visits are planned before then.",
        "Licensing Manager, Central Bedfordshire Council", "To follow", "")
    row(grid, "1.3",
        "Put up posters about online safety in the six leisure centres.",
        "Leisure Contracts Manager, Central Bedfordshire Council", "30 November 2016", "Posters are up")
    remark = grid.rows[2].cells[1].paragraphs[0]
    comment = doc.add_comment(remark.runs, text="Could licensing officers simply start with monthly hotel visits?",
                              author="Plan editor", initials="PE")
    comment._comment_elm.set(qn("w:date"), "2016-07-28T09:00:00Z")


def missing(doc):
    theme(doc, "Theme 2. How the police weigh danger to children who go missing",
          "Grading leant on the \u201cmost recent episode\u201d and left aside much that was known about the child, and "
          "some children were put down as absent who were in truth missing.")
    grid = table(doc, COLUMNS)
    row(grid, "2.1",
        "Before a report is graded, the control room sergeant opens the child's earlier episodes, exploitation "
        "flags and home circumstances, and notes on the log which of them the grading rests upon.",
        "Superintendent, Contact and Response", "1 October 2016",
        "Thirty logs read each month; history used in at least 95 of 100 by March 2017")
    row(grid, "2.2",
        "The duty inspector will look at every child logged as absent within two hours and regrade as missing "
        "wherever the rule is not satisfied.",
        "Chief Inspector, Response Policing", "1 October 2016", "No wrongly graded child in the monthly sample")
    strike(grid.rows[-1])
    row(grid, "2.3",
        "The daily list of absent children will continue to be sent to the hub.",
        "Missing Persons Coordinator, Bedfordshire Police", "Ongoing", "List sent")


def youth_offending(doc):
    theme(doc, "Theme 3. Young people known to youth justice", None)
    grid = table(doc, ["What the inspectors found", "What we will do", "Who leads", "By when", "How we will know"])
    banner(grid, "Youth Offending Service")
    first = row(grid,
                "Planning has \u201cnot kept pace\u201d with the danger that serious offending brings, and one plan "
                "stood unchanged after a grave event.",
                "Write a retaliation section into the safety plan of every young person involved in serious "
                "violence: who may seek revenge, where, and what each partner does to prevent it.",
                "Operations Manager, Youth Offending Service", "31 October 2016",
                "Team managers read all such plans in November; each names its threats")
    second = row(grid, "",
                 "Rewrite the vulnerability management plan within one working day of a stabbing, kidnap, threat "
                 "to life or similar incident. A manager countersigns the new version.",
                 "Operations Manager, Youth Offending Service", "From 5 September 2016",
                 "Time from incident to new plan reported monthly; none over one working day")
    first.cells[0].merge(second.cells[0])
    third = row(grid,
                "Exploitation, and the harm a young person may do to others, were left out of assessments; links "
                "were lost when young people moved away.",
                "No AssetPlus assessment or plan is signed off unless it answers two questions: is this young "
                "person being sexually exploited, and could they harm somebody else?",
                "Practice Lead, Youth Offending Service", "12 September 2016",
                "Monthly sample of 15 records; both answered in all of them by January 2017")
    fourth = row(grid, "",
                 "A link worker for young people who move to another county will be appointed, subject to a growth "
                 "bid being approved.",
                 "Head of Youth Offending Service", "TBC", "Post filled")
    third.cells[0].merge(fourth.cells[0])


def health_and_tool(doc):
    theme(doc, "Theme 4. Health services and the screening tool",
          "Health staff came \u201cwhen requested\u201d and did not lead. The tool for exploitation was short, was used "
          "by few, and raised doubt over assessments already made with it.")
    grid = table(doc, COLUMNS)
    row(grid, "4.1",
        "A specialist nurse takes a seat in the hub with an equal say in every decision, opens enquiries of her "
        "own where a clinic sees warning signs, and attends every strategy meeting about an exploited child.",
        "Designated Nurse, Clinical Commissioning Group", "3 October 2016",
        "Attendance at 98 in 100 strategy meetings; enquiries opened by health counted each quarter")
    row(grid, "4.2",
        "Launch the new exploitation screening tool in all agencies. From 1 November 2016 police officers, school "
        "nurses, sexual health staff, probation and social workers complete it for each child they worry about.",
        "CSE Coordinator, Children's Services", "1 November 2016",
        "Completed tools counted by agency each month; none at nil by December 2016")
    row(grid, "4.3",
        "We accept that boys and young men, and LGBT young people, were not thought of when the old tool was written.",
        "CSE Coordinator, Children's Services", "", "")
    row(grid, "4.4",
        "Assess afresh every open case that was screened with the old tool, and one in three of those closed since "
        "April 2015; tell the family's worker what has changed.",
        "Head of Safeguarding, Children's Services", "16 December 2016",
        "All open cases done by the date; changes of risk level reported to the board")
    change(grid.rows[1].cells[1].paragraphs[0], "exploited child", "each month", "every time")


def leadership(doc):
    theme(doc, "Theme 5. Settling disagreements",
          "Challenge between agencies faded out before the child had a result, and chiefs left a dispute open.")
    grid = table(doc, COLUMNS)
    row(grid, "5.1",
        "Give every escalation a number in one shared register. The board's office chases it weekly and closes it "
        "only when the child's plan has changed or the chair has ruled.",
        "Business Manager, Local Safeguarding Children Board", "19 September 2016",
        "Median days from entry to outcome; no entry older than 20 working days")
    row(grid, "5.2",
        "Meet each fortnight to settle in person any dispute that staff have raised and could not close, with the "
        "ruling written down and sent to those who raised it.",
        "Assistant Chief Constable and Director of Children's Services", "First meeting 6 September 2016",
        "Rulings counted; staff who raised a dispute are asked whether it is settled")


def training(doc):
    theme(doc, "Theme 6. Learning that shows in practice",
          "Courses were run, but choices did not get better; health workers did not use what they learnt; and not "
          "everybody hears what a child does not say.")
    grid = table(doc, COLUMNS)
    row(grid, "6.1",
        "Three months after each exploitation course, read two records by every person who attended, compare the "
        "decisions with earlier ones, and change the course where they are no better.",
        "Training Officer, Local Safeguarding Children Board", "First round 30 January 2017",
        "Share of sampled decisions judged sound rises from 60 to 85 in 100")
    row(grid, "6.2",
        "Health staff will be encouraged to look again at the e-learning package.",
        "Head of Nursing, community trust", "Ongoing", "")
    row(grid, "6.3",
        "Write and run a one-day course for all agencies on listening to children: what they tell us, what they "
        "hold back, and what their behaviour says for them. Actors play the child, and nobody passes on "
        "attendance alone.",
        "Training Officer, Local Safeguarding Children Board", "Begins 10 October 2016",
        "Observed practice a term later; children's own scores of being heard")
    added = row(grid, "6.4", "", "Detective Superintendent, Public Protection", "28 October 2016",
                "Blaming words found in fewer than 1 in 100 records by April 2017")
    insert(added.cells[1].paragraphs[0],
           "Train all investigators in why a groomed child cannot consent, and search crime records each month for "
           "words that blame the child; a supervisor has each one rewritten and the inquiry looked at again.")


def probation(doc):
    theme(doc, "Theme 7. Probation",
          "Neither probation body can say how many children it refers or what becomes of them; and each serves "
          "\u201cthree separate\u201d boards.")
    grid = table(doc, COLUMNS)
    row(grid, "7.1",
        "Log each referral to children's services and the reply to it on one sheet, chase replies older than ten "
        "working days, and return the figures each month.",
        "Senior Probation Officer, National Probation Service", "30 September 2016",
        "Monthly return received; replies to at least 9 in 10 referrals")
    row(grid, "7.2",
        "Keep the same sheet, with referrals and replies by office, and return it each month.",
        "Area Manager, Community Rehabilitation Company", "30 September 2016", "Monthly return received")
    row(grid, "7.3",
        "No change to board membership is proposed. Probation will go on serving the three boards as it does now.",
        "Independent Chair, Local Safeguarding Children Board", "Not applicable", "")


def children(doc):
    theme(doc, "Theme 8. What children live through, and the help they get",
          "Children who had run away or been exploited had too small a hand in services; help for anxiety and "
          "depression did not reach the cause; and victims who may hurt others were not seen or helped as such.")
    grid = table(doc, COLUMNS)
    row(grid, "8.1",
        "Pay eight young people who have gone missing or survived exploitation to rewrite the specification of the "
        "2017 support contract and to score each bid.",
        "Head of Commissioning, Children's Services", "20 January 2017",
        "The panel's scores count for a third; a note says what they changed")
    row(grid, "8.2",
        "The mental health service will continue to offer an appointment to any child who is referred.",
        "Service Manager, CAMHS", "Ongoing", "Waiting times")
    row(grid, "8.3",
        "Offer lessons on friendship and good manners in ten primary schools.",
        "Education Adviser, Central Bedfordshire Council", "March 2017", "Schools taking part")
    hidden = grid.rows[-1].cells[1].add_paragraph().add_run(
        "Book a specialist therapist for every victim who has harmed another child, by December 2016.")
    hidden.font.hidden = True


def whole_system(doc):
    theme(doc, "Theme 9. The whole partnership",
          "Good strategies have not reached daily work in every agency, others lean on the council, and intelligence "
          "is passed on well for some children only.")
    grid = table(doc, COLUMNS)
    row(grid, "9.1",
        "Read twenty records from every agency against one practice standard each quarter and publish the spread. "
        "An agency that scores under 80 in 100 brings the board a recovery plan within a month.",
        "Quality Officer, Local Safeguarding Children Board", "First quarter ends 31 December 2016",
        "The gap between the best and the weakest agency halves by June 2017")
    row(grid, "9.2",
        "Share out the chairing of strategy meetings and of the exploitation panel: police, health and youth "
        "offending each take a quarter, so that the council leads no more than one in four.",
        "Director of Children's Services", "1 November 2016", "Chairs counted each month by agency")
    doc.add_heading("Intelligence, for every child at risk", level=2)
    doc.add_paragraph("From 1 October 2016:")
    for text in [
        "every agency sends an intelligence form to the police on the day on which it learns something about any "
        "child at risk of exploitation (Detective Inspector, Intelligence Bureau, 1 October 2016);",
        "the bureau returns a digest to all agencies each Friday, and the panel sets a task with a name on each "
        "item and checks it the week after (Detective Inspector, Intelligence Bureau, 7 October 2016).",
    ]:
        doc.add_paragraph(text, style="List Bullet")


def closing(doc):
    doc.add_heading("Governance", level=1)
    doc.add_paragraph("The board looks at this plan each quarter. The council's chief officers sign it off.")
    doc.add_heading("Glossary", level=1)
    for term, meaning in [
        ("AssetPlus", "the assessment used in youth justice"),
        ("CAMHS", "child and adolescent mental health services"),
        ("LGBT tool", "the part of a screening tool about boys and about gay, bisexual and transgender young people"),
    ]:
        doc.add_paragraph(f"{term}: {meaning}", style="List Bullet")


# ---- how it is put on the page --------------------------------------------------------------------------------

def theme(doc, heading, finding):
    doc.add_heading(heading, level=1)
    if finding:
        doc.add_paragraph(finding, style="Inspection finding")


def table(doc, headings):
    grid = doc.add_table(rows=1, cols=len(headings), style="Table Grid")
    for cell, heading in zip(grid.rows[0].cells, headings):
        cell.paragraphs[0].add_run(heading).bold = True
    properties = grid.rows[0]._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    return grid


def row(grid, *texts):
    added = grid.add_row()
    for cell, text in zip(added.cells, texts):
        if text:
            cell.paragraphs[0].add_run(text)
    return added


def banner(grid, text):
    cells = grid.add_row().cells
    cells[0].merge(cells[-1]).paragraphs[0].add_run(text).bold = True


def strike(struck):
    for cell in struck.cells:
        for run in cell.paragraphs[0].runs:
            run.font.strike = True


def last_run(grid, at, column):
    return grid.rows[at].cells[column].paragraphs[0].runs[-1]._r


def change(paragraph, after, deleted, inserted):
    """Adds a tracked replacement of `deleted` by `inserted` behind the words `after`, ahead of the full stop."""
    run = paragraph.runs[-1]
    head, tail = run.text.split(after)
    run.text = head + after + " "
    rest = copy.deepcopy(run._r)
    run._r.addnext(rest)
    rest.text = tail
    for number, (mark, text_tag, text) in enumerate([("ins", "t", inserted), ("del", "delText", deleted)]):
        run._r.addnext(parse_xml(
            f'<w:{mark} {nsdecls("w")} w:id="{90 + number}" {STAMP}><w:r><w:{text_tag}>{text}</w:{text_tag}></w:r></w:{mark}>'))


def insert(paragraph, text):
    paragraph._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="95" {STAMP}><w:r><w:t>{text}</w:t></w:r></w:ins>'))


def footnote_mark(number):
    return parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{number}"/>')


def footnotes(doc):
    """Adds the footnotes: the two separators that Word wants, and ours."""
    def note(number, kind, inner):
        return f'<w:footnote {kind} w:id="{number}"><w:p>{inner}</w:p></w:footnote>'
    notes = [
        note(-1, 'w:type="separator"', "<w:r><w:separator/></w:r>"),
        note(0, 'w:type="continuationSeparator"', "<w:r><w:continuationSeparator/></w:r>"),
        note(1, "", "<w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> Civil orders are sexual harm "
                    "prevention orders and sexual risk orders.</w:t></w:r>"),
    ]
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{"".join(notes)}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, xml.encode(), doc.part.package)
    doc.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def save(doc, path):
    """Saves with fixed dates inside and on each part of the zip."""
    properties = doc.core_properties
    properties.author = properties.last_modified_by = "Plan editor"
    properties.title = "Harbour plan"
    properties.comments = ""
    properties.created = properties.modified = WRITTEN
    packed = io.BytesIO()
    doc.save(packed)
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            if part.filename == "docProps/thumbnail.jpeg":
                continue
            data = source.read(part)
            if part.filename == "_rels/.rels":
                data = without_thumbnail(data)
            entry = zipfile.ZipInfo(part.filename, WRITTEN.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, data)


def without_thumbnail(relationships):
    root = parse_xml(relationships)
    for relationship in list(root):
        if relationship.get("Target", "").endswith("thumbnail.jpeg"):
            root.remove(relationship)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


if __name__ == "__main__":
    main()
