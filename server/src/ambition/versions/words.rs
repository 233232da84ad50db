//! The words of a version, in the one way in which they are written down.

use serde::{Deserialize, Serialize};

use crate::boards::WrittenAmbition;

/// What a version consists of. The fields stand in the order of their names, so that what is written is canonical JSON
/// (RFC 8785) as long as all of them are strings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Words {
    /// The ambition in one line.
    pub(super) headline: String,
    /// The ambition as HTML.
    pub(super) statement: String,
}

impl Words {
    /// Those that stand on a board; none while there is no headline or no ambition.
    pub(super) fn of(written: &WrittenAmbition) -> Option<Self> {
        let headline = written.headline.trim().to_owned();
        let says_something = !headline.is_empty() && text_of(&written.statement).chars().any(char::is_alphanumeric);
        says_something.then(|| Self { headline, statement: written.statement.clone() })
    }

    /// As canonical JSON.
    pub(super) fn canonical(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}

/// What stands between the tags.
fn text_of(html: &str) -> String {
    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(headline: &str, statement: &str) -> WrittenAmbition {
        WrittenAmbition {
            board: uuid::Uuid::nil(),
            seq: 1,
            headline: headline.into(),
            statement: statement.into(),
            horizon: String::new(),
        }
    }

    #[test]
    fn words_are_written_down_in_the_one_canonical_way() {
        let words = Words::of(&written(" Samen \"lezen\" ", "<p>Élk kind\u{1f600}\u{1}</p>")).unwrap();
        let canonical = words.canonical().unwrap();
        let expected = "{\"headline\":\"Samen \\\"lezen\\\"\",\"statement\":\"<p>Élk kind\u{1f600}\\u0001</p>\"}";
        assert_eq!(canonical, expected);
        assert_eq!(serde_json::from_str::<Words>(&canonical).unwrap(), words);
    }

    #[test]
    fn without_a_headline_or_an_ambition_there_is_nothing_to_agree_on() {
        assert_eq!(Words::of(&written(" ", "<p>Iets</p>")), None);
        assert_eq!(Words::of(&written("Samen", "<h2></h2><p>… </p>")), None);
    }
}
