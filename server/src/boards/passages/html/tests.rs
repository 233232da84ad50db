//! HTML as people and programs write it.

use super::super::{List, Marks, Passage, Run};
use super::read;

fn words(text: &str) -> Run {
    Run::Text(text.to_owned(), Marks::default())
}

fn paragraph(text: &str) -> Passage {
    Passage::Paragraph(vec![words(text)])
}

fn bullets(items: Vec<Vec<Passage>>) -> Passage {
    Passage::List(List { start: None, items })
}

#[test]
fn headings_of_six_levels_become_two() {
    let level = |html: &str| match read(html).as_slice() {
        [Passage::Heading { level, runs }] if *runs == [words("Waarom")] => *level,
        other => panic!("{html}: {other:?}"),
    };
    let levels = [1, 2, 3, 4, 5, 6].map(|level_in| level(&format!("<h{level_in}>Waarom</h{level_in}>")));
    assert_eq!(levels, [2, 2, 3, 3, 3, 3]);
}

#[test]
fn marks_nest_and_links_lead_only_where_they_may() {
    let html = "<p>een <strong>twee <i>drie</i></strong> \
        <a href='https://example.org/?a=1&amp;b=2'>vier</a> <a href='javascript:alert(1)'>vijf</a></p>";
    let bold = Marks { bold: true, ..Marks::default() };
    let both = Marks { italic: true, ..bold.clone() };
    let link = Marks { link: Some("https://example.org/?a=1&b=2".to_owned()), ..Marks::default() };
    let expected = [
        words("een "),
        Run::Text("twee ".to_owned(), bold),
        Run::Text("drie".to_owned(), both),
        words(" "),
        Run::Text("vier".to_owned(), link),
        words(" vijf"),
    ];
    assert_eq!(read(html), [Passage::Paragraph(expected.to_vec())]);
}

#[test]
fn lists_nest_whether_or_not_anybody_closed_their_items() {
    let expected = [bullets(vec![
        vec![
            paragraph("een"),
            Passage::List(List { start: Some(3), items: vec![vec![paragraph("drie")], vec![paragraph("vier")]] }),
        ],
        vec![paragraph("twee")],
    ])];
    for html in [
        "<ul><li><p>een</p><ol start=3><li>drie</li><li>vier</li></ol></li><li>twee</li></ul>",
        "<ul><li>een<ol start=3><li>drie<li>vier</ol><li>twee</ul>",
        "<ul><li>een</li><ol start='3'><li>drie</li><li>vier</li></ol><li>twee</li></ul>",
        "<ul>\n <li>een\n  <ol start=3>\n <li> drie </li> <li>vier</ol>\n <li>twee",
    ] {
        assert_eq!(read(html), expected, "{html}");
    }
}

#[test]
fn an_item_begins_with_a_paragraph_and_has_no_headings() {
    let nested = bullets(vec![vec![paragraph("diep")]]);
    assert_eq!(read("<ul><li><ul><li>diep</ul></ul>"), [bullets(vec![vec![Passage::Paragraph(vec![]), nested]])]);
    assert_eq!(read("<ul><li><h2>kop</h2>tekst</ul>"), [bullets(vec![vec![paragraph("kop"), paragraph("tekst")]])]);
    assert_eq!(read("<ul>los<li>vast</ul>"), [bullets(vec![vec![paragraph("los")], vec![paragraph("vast")]])]);
    assert_eq!(read("<li>los"), [bullets(vec![vec![paragraph("los")]])]);
    assert_eq!(read("<ul></ul><ol><li></li></ol>"), []);
}

#[test]
fn of_what_we_do_not_know_the_text_stays() {
    let html = "<!doctype html><html><head><title>Weg</title></head><body><article>een<hr>twee\
        <table><tr><th>drie<td>vier</tr></table><custom-tag>vijf</custom-tag> <u>zes</u><img alt='zeven' src='x'>\
        <blockquote><p>acht</blockquote><dl><dt>negen<dd>tien</dl><textarea><b>elf</b> &amp; co</textarea>";
    let expected =
        ["een", "twee", "drie vier", "vijf zeszeven", "acht", "negen", "tien", "<b>elf</b> & co"].map(paragraph);
    assert_eq!(read(html), expected);
}

#[test]
fn scripts_and_styles_and_comments_are_no_text() {
    let html = "<style>p { color: red }</style>een<script>if (a < b) document.write('<p>nee</p>')</script>\
        <!-- nee --><iframe><p>nee</iframe> twee<script>nooit gesloten <p>nee";
    assert_eq!(read(html), [paragraph("een twee")]);
}

#[test]
fn white_space_counts_only_where_it_is_preformatted() {
    assert_eq!(read(" <p>\n een \t <b> twee</b> <br> drie<br></p> \n<p>&nbsp;</p>")[0], {
        let bold = Marks { bold: true, ..Marks::default() };
        Passage::Paragraph(vec![words("een "), Run::Text("twee".to_owned(), bold), Run::Break, words("drie")])
    });
    assert_eq!(read("<p>&nbsp;</p><p> <br> </p>"), []);
    assert_eq!(
        read("<pre>een\n  twee</pre>"),
        [Passage::Paragraph(vec![words("een"), Run::Break, words("  twee")])]
    );
}

#[test]
fn what_nests_too_deep_is_flattened_and_reads_in_one_pass() {
    let deep = format!("{}diep{}<p>daarna", "<ul><li>".repeat(50_000), "</ul>".repeat(50_000));
    let read_deep = read(&deep);
    assert_eq!(read_deep.last(), Some(&paragraph("daarna")));
    let mut depth = 0;
    let mut passages = read_deep.as_slice();
    while let Some(Passage::List(list)) = passages.iter().find(|passage| matches!(passage, Passage::List(_))) {
        depth += 1;
        passages = &list.items[0];
    }
    assert_eq!(depth, 12);
    assert_eq!(passages.last(), Some(&paragraph("diep")));
    assert_eq!(read(&"<div><b><table>".repeat(50_000)), []);
}
