//! What is hidden, and what only waits to be opened.

use crate::{read, texts};

#[test]
fn what_nobody_sees_does_not_count() {
    let seen = texts("Seen
        <script>document.write('x')</script><style>p{color:red}</style><template><p>x</template><noscript>x</noscript>
        <!-- x --><!--[if mso]><p>x<![endif]--><p hidden>x<p style='display:none'>x<p style='VISIBILITY: Hidden'>x
        <p style='font-size:0'>x<p style='mso-hide:all'>x<p style='position:absolute;left:-9999px'>x
        <p style='clip:rect(0 0 0 0)'>x<p style='opacity:0'>x<dialog>x</dialog><datalist><option>x</datalist>
        <p class=visually-hidden>x<p class='sr-only'>x<p class=d-none>x<select hidden><option>x</select>");
    assert_eq!(seen, ["Seen"]);
}

#[test]
fn what_only_looks_hidden_counts() {
    assert_eq!(
        texts(
            "<p class='d-none d-md-block'>A<p style='opacity:0.5'>B<p style='text-indent:-18pt'>C<dialog open>D</dialog>"
        ),
        ["A", "B", "C", "D"]
    );
    assert_eq!(
        texts("<div style='visibility:hidden'>x<p style='visibility:visible'>Seen</p></div>"),
        ["Seen"]
    );
    assert_eq!(
        texts("<div style='font-size:0'>x<p style='font-size:12px'>Seen</p><p style='font-size:2em'>x</div>"),
        ["Seen"]
    );
    assert_eq!(texts("<![if !mso]><p>Seen</p><![endif]>"), ["Seen"]);
}

#[test]
fn style_sheets_hide_and_show() {
    let seen = texts("<style>
        /* .gone is gone */ .gone, p.too { display: none !important } .draft p{display:none} #one{visibility:hidden}
        .tab{display:none} .tab.active{display:block} @media print { .paper { display:none } } @media screen{.screen{display:none}}
        .hidden{display:block} p:hover{display:none} .gone-not{color:red}
        </style><p class=gone>x<p class='too'>x<div class=too>A</div><div class=draft><div><p>x</p></div></div><p id=one>x
        <p class=tab-less>B<div class='tab active'>C</div><p class=paper>D<p class=screen>x<p class=hidden>E<p class=gone-not>F");
    assert_eq!(seen, ["A", "B", "C", "D", "E", "F"]);
}

#[test]
fn style_sheets_are_read_as_at_a_desk() {
    let seen = texts("<style>@media (max-width: 40em){.a{display:none}} @media print, speech{.b{display:none}} .c{display:none}
        @media screen and (min-width:600px){.c{display:block}} @media (min-width: 2000px){.d{display:none}} @font-face{src:x}
        .e{display:none}</style><style media=print>.f{display:none}</style><p class=a>A<p class=b>B<p class=c>C<p class=d>D<p class=e>x<p class=f>F");
    assert_eq!(seen, ["A", "B", "C", "D", "F"]);
}

#[test]
fn a_page_that_hides_itself_whole_waits_for_a_script() {
    assert_eq!(texts("<style>html{display:none} body{visibility:hidden}</style><p>Seen"), ["Seen"]);
}

#[test]
fn what_a_button_opens_counts_however_it_is_closed() {
    let seen = texts("
        <details><summary>One</summary>A</details>
        <h2><button aria-controls=b aria-expanded=false>Two</button></h2><div id=b hidden>B</div>
        <a data-toggle=collapse data-target='#c'>Three</a><div id=c style='display:none'>C</div>
        <ul><li><a role=tab href='#d'>Four</a></ul><section id=d class=d-none>D</section>
        <button class=accordion>Five</button><div style='display:none'>E</div>
        <div class='govuk-accordion__section-content' hidden=until-found>F</div><div role=tabpanel hidden>G</div>");
    assert_eq!(seen, ["One", "A", "Two", "B", "Three", "C", "Four", "D", "Five", "E", "F", "G"]);
}

#[test]
fn what_no_button_opens_does_not() {
    let seen = texts("
        <p><button>Save</button><div hidden>x</div><p><a href='#b'>Link</a><div id=b style='display:none'>x</div>
        <p><button aria-controls=c>Open</button><div id=c><p hidden>x</p>Seen</div>");
    assert_eq!(seen, ["Save", "Link", "Open", "Seen"]);
}

#[test]
fn what_is_kept_from_screen_readers_is_seen() {
    assert_eq!(
        texts(
            "<p aria-hidden=true>Seen</p><p><span aria-hidden=true>→</span> Port<span aria-hidden='true'>*</span></p>"
        ),
        ["Seen", "Port"]
    );
}

#[test]
fn a_page_of_hidden_text_alone_is_empty() {
    assert!(crate::try_read(b"<html><p hidden>x").is_err());
    assert_eq!(read("<html><p>y<p hidden>x").blocks.len(), 1);
}
