//! Answers, as they come in and as they are kept.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::entity::scan_round::Kind;
use crate::error::FieldError;
use crate::scans::instrument::{Factor, Statement};
use crate::scans::method::Answer;

/// The longest answer to the open question, in characters.
const LONGEST_WORDS: usize = 2000;
/// How many factors somebody may choose.
const MOST_CHOSEN: usize = 3;

/// What somebody answers.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswersGiven {
    /// From 1 (strongly disagree) to 5 (strongly agree), or null (don't know), for each statement that is asked.
    #[schema(value_type = BTreeMap<String, Option<u8>>)]
    answers: BTreeMap<String, Option<u8>>,
    /// At most three factors into which energy should go; none in a pulse.
    #[serde(default)]
    priorities: Vec<String>,
    /// The answer to the open question; none in a pulse.
    #[serde(default)]
    words: Option<String>,
}

/// What is kept of it, as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Answers {
    pub(crate) answers: BTreeMap<Statement, Answer>,
    pub(crate) priorities: BTreeSet<Factor>,
}

/// Answers that fit what was asked, and the words that go with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) answers: Answers,
    pub(super) words: Option<String>,
}

impl AnswersGiven {
    /// Reads them, if they answer exactly what was asked.
    pub(super) fn read(&self, kind: Kind, asked: &[Statement]) -> Result<Read, FieldError> {
        let mut answers = BTreeMap::new();
        for (id, answer) in &self.answers {
            let statement = id.parse().ok().filter(|statement| asked.contains(statement));
            let statement = statement.ok_or(refused("answers", "unknown"))?;
            let answer = answer.map(TryInto::try_into).transpose().map_err(|_| refused("answers", "invalid"))?;
            answers.insert(statement, answer);
        }
        if answers.len() < asked.len() {
            return Err(refused("answers", "missing"));
        }
        let words = self.words.as_deref().map(str::trim).filter(|words| !words.is_empty());
        Ok(Read {
            answers: Answers { answers, priorities: self.priorities(kind)? },
            words: words.map(|words| check_words(kind, words)).transpose()?.map(str::to_owned),
        })
    }

    fn priorities(&self, kind: Kind) -> Result<BTreeSet<Factor>, FieldError> {
        let read = |id: &String| id.parse().map_err(|_| refused("priorities", "unknown"));
        let chosen: BTreeSet<Factor> = self.priorities.iter().map(read).collect::<Result<_, _>>()?;
        let most = if kind == Kind::Scan { MOST_CHOSEN } else { 0 };
        if chosen.len() <= most { Ok(chosen) } else { Err(refused("priorities", "too_many")) }
    }
}

fn check_words(kind: Kind, words: &str) -> Result<&str, FieldError> {
    match kind {
        Kind::Pulse => Err(refused("words", "not_asked")),
        Kind::Scan if words.chars().count() > LONGEST_WORDS => Err(refused("words", "too_long")),
        Kind::Scan if words.contains('\0') => Err(refused("words", "invalid")),
        Kind::Scan => Ok(words),
    }
}

fn refused(field: &'static str, code: &'static str) -> FieldError {
    FieldError { field, code }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn given(value: Value) -> AnswersGiven {
        serde_json::from_value(value).unwrap()
    }

    fn asked() -> Vec<Statement> {
        ["felt_urgency.b", "effort"].iter().map(|id| id.parse().unwrap()).collect()
    }

    #[test]
    fn every_statement_is_answered_and_no_other() {
        let read = |answers: Value| given(json!({ "answers": answers })).read(Kind::Pulse, &asked());
        assert_eq!(read(json!({ "felt_urgency.b": 4, "effort": null })).unwrap().answers.answers.len(), 2);
        for (answers, code) in [
            (json!({ "felt_urgency.b": 4 }), "missing"),
            (json!({ "felt_urgency.b": 4, "effort": 0 }), "invalid"),
            (json!({ "felt_urgency.b": 4, "effort": 6 }), "invalid"),
            (json!({ "felt_urgency.b": 4, "effort": 3, "yield": 3 }), "unknown"),
            (json!({ "felt_urgency.b": 4, "effort": 3, "nonsense": 3 }), "unknown"),
        ] {
            assert_eq!(read(answers.clone()).unwrap_err().code, code, "{answers}");
        }
    }

    #[test]
    fn a_scan_asks_for_three_priorities_and_words_and_a_pulse_for_none() {
        let of = |priorities: Value, words: &str, kind| {
            let answers = json!({ "felt_urgency.b": 4, "effort": 3 });
            given(json!({ "answers": answers, "priorities": priorities, "words": words })).read(kind, &asked())
        };
        let three = json!(["strong_team", "added_value", "felt_equality"]);
        let read = of(three.clone(), "  Toen we … ", Kind::Scan).unwrap();
        assert_eq!((read.answers.priorities.len(), read.words.as_deref()), (3, Some("Toen we …")));
        assert_eq!(of(json!([]), " ", Kind::Pulse).unwrap().words, None);
        let four = json!(["strong_team", "added_value", "felt_equality", "felt_urgency"]);
        for (refused, code) in [
            (of(four, "", Kind::Scan), "too_many"),
            (of(json!(["nonsense"]), "", Kind::Scan), "unknown"),
            (of(three, "", Kind::Pulse), "too_many"),
            (of(json!([]), "words", Kind::Pulse), "not_asked"),
            (of(json!([]), &"w".repeat(LONGEST_WORDS + 1), Kind::Scan), "too_long"),
        ] {
            assert_eq!(refused.unwrap_err().code, code);
        }
    }
}
