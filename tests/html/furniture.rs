//! What stands around the text of a page.

use crate::texts;

#[test]
fn navigation_banners_and_footers_are_left_out() {
    let seen = texts("
        <a class='skip-link' href='#main'>Skip</a><div id=ccc-cookie-banner>We use cookies</div>
        <header><a href='/'>Council</a><form role=search><input value=x></form></header><nav>Menu</nav>
        <ol class='govuk-breadcrumbs'><li>Home</ol>
        <div id=content><h1>Plan</h1><p>Text</p><div class='page-feedback'>Helpful?</div></div>
        <aside>Related</aside><div class='share-links'>Share</div><p class=back-to-top>Top</p><div id=footer>Contact</div><footer>Legal</footer>");
    assert_eq!(seen, ["Plan", "Text"]);
}

#[test]
fn the_header_and_footer_of_an_article_belong_to_it() {
    let seen = texts("<header>Site</header><article><header><h1>Plan</h1></header><aside>Aside</aside><footer>Signed</footer>
        <aside role=complementary>Related</aside><nav>Menu</nav><div class=related-links>More</div></article><footer>Legal</footer>");
    assert_eq!(seen, ["Plan", "Aside", "Signed"]);
}

#[test]
fn the_title_of_a_page_is_kept() {
    assert_eq!(texts("<header id=title-block-header><h1>Plan</h1></header><h1>One</h1>"), ["Plan", "One"]);
    assert_eq!(texts("<header><h1><a href='/'>Plan</a></h1></header><h2>One</h2>"), ["Plan", "One"]);
    assert_eq!(texts("<header><h1><a href='/'>Council</a></h1></header><h1>One</h1>"), ["One"]);
}

#[test]
fn an_article_is_never_furniture() {
    assert_eq!(texts("<div class=sidebar><main>Plan</main></div><nav>Menu</nav>"), ["Plan"]);
    assert_eq!(texts("<aside><article>Plan</article></aside>"), ["Plan"]);
    assert_eq!(texts("<main class=search>Plan</main>"), ["Plan"]);
}

#[test]
fn what_holds_nearly_all_of_a_page_is_its_text_whatever_it_is_called() {
    let body = "The board opens the port. ".repeat(9);
    assert_eq!(
        texts(&format!("<div class='has-cookie-notice sidebar'>{body}</div><div class=cookie>Cookies</div>"))
            .len(),
        1
    );
}

#[test]
fn when_all_is_furniture_nothing_is() {
    assert_eq!(texts("<nav>Menu</nav><footer>Legal</footer>"), ["Menu", "Legal"]);
}

#[test]
fn a_section_named_for_its_heading_is_text() {
    let seen = texts("<div id=sharing><h2>Sharing</h2>A</div><section id=feedback-form-for-ports class=level2><h2>Feedback form for ports</h2>B</section>
        <div id=cookie-notice><h2>Cookies on this site</h2>x</div><a href='#top'>Up</a>");
    assert_eq!(seen, ["Sharing", "A", "Feedback form for ports", "B"]);
}

#[test]
fn the_parts_of_tables_and_lists_are_text_whatever_they_are_called() {
    let seen = texts(
        "<table class=related-links><tr><td class=cookie>Open<td id=footer>Head</table><ul><li class=share-links>Item</ul><h2 class=search>Theme</h2>",
    );
    assert_eq!(seen, ["Open", "Head", "Item", "Theme"]);
}
