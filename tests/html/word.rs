//! Pages that word processors write.

use crate::outline;

#[test]
fn paragraphs_of_word_that_are_list_items() {
    let spacer = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>";
    insta::assert_snapshot!(outline(&format!("
        <p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.{spacer}</span><![endif]>Open the port</p>
        <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='font-family:Symbol'><span style='mso-list:Ignore'>·{spacer}</span></span>Tell the boats</p>
        <p class=MsoListParagraphCxSpLast><span style='font-family:\"Courier New\"'>o{spacer}</span>Tell the crews</p>
        <p class=MsoListParagraph>(a){spacer}Count them</p>
        <p class=MsoNormal>Some long text before{spacer}a space</p><h2>2.{spacer}Ports</h2>")), @"
    li0 1.: Open the port [line 2]
    li1 *: Tell the boats [line 3]
    li0 *: Tell the crews [line 4]
    li0 (a): Count them [line 5]
    p: Some long text before a space [line 6]
    h2: 2. Ports [line 6]
    ");
}

#[test]
fn running_heads_contents_and_symbols_of_word() {
    insta::assert_snapshot!(outline("
        <div class=WordSection1><p class=MsoToc1>Ports 3</p><div style='mso-element:header'>Head</div><div title=footer><p>Page 1</p></div>
        <p class=MsoNormal><o:p>&nbsp;</o:p></p><p><span style='font-family:Wingdings'>ü</span> Done\u{F0FC}</p><p class=MsoQuote>They said</p></div>"), @"
    p: • Done• [line 3]
    quote: They said [line 3]
    ");
}

#[test]
fn levels_of_lists_of_google_docs() {
    insta::assert_snapshot!(outline("<p class='c1 title'>Plan</p><ol class='c3 lst-kix_abc-0 start' start=1><li>One</ol>
        <ul class='lst-kix_abc-1'><li>Inner</ul><ol class='lst-kix_abc-0' start=2><li>Two</ol>"), @"
    h1: Plan [line 1]
    li0 1.: One [line 1]
    li1 *: Inner [line 2]
    li0 2.: Two [line 2]
    ");
}
