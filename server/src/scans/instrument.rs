//! What is asked: sixteen success factors in four perspectives, two statements about each.
//!
//! The words are the web's (`content/scan.json`); a test compares, because the server is built without the web's
//! sources. Here are the ids, and what an export calls a factor.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The version of the wording. It is kept with every round, so that only the same words are compared.
pub(crate) const VERSION: i32 = 1;

/// A success factor, by its place in the instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Factor(usize);

/// Which of the two statements about a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Aspect {
    /// What can be observed; says "we".
    Practice,
    /// What somebody experiences; says "I".
    Experience,
}

/// What somebody is asked to judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) enum Statement {
    /// One of the two about a factor: `felt_urgency.a`.
    About(Factor, Aspect),
    /// How the effort compares with what is needed: `effort`. Asked in a pulse.
    Effort,
    /// How the yield compares with what is possible: `yield`. Asked in a pulse.
    Yield,
}

/// How many factors a perspective has.
pub(crate) const IN_PERSPECTIVE: usize = 4;

/// The perspectives, in order.
pub(crate) const PERSPECTIVES: [&str; 4] = ["motivation", "organisation", "interaction", "realisation"];

/// Id, Dutch and English name.
const FACTORS: [(&str, &str, &str); 16] = [
    ("felt_urgency", "Gevoelde urgentie", "Felt urgency"),
    ("shared_ambition", "Gedeelde ambitie", "Shared ambition"),
    ("guiding_goals", "Richtinggevende doelen", "Guiding goals"),
    ("mutual_dependence", "Wederzijdse afhankelijkheid", "Mutual dependence"),
    ("strategy_approach", "Doordachte strategie en aanpak", "Considered strategy and approach"),
    ("structure_decisions", "Heldere structuur en besluitvorming", "Clear structure and decision-making"),
    (
        "resources_frameworks",
        "Voldoende hulpbronnen en passende kaders",
        "Sufficient resources and fitting frameworks",
    ),
    ("parent_organisations", "Betrokken moederorganisaties", "Involved parent organisations"),
    ("voiced_interests", "Uitgesproken belangen", "Voiced interests"),
    ("valued_differences", "Gewaardeerde verschillen", "Valued differences"),
    ("felt_equality", "Gevoel van gelijkwaardigheid", "Sense of equality"),
    ("strong_team", "Krachtig team", "Strong team"),
    ("monitoring_reflection", "Monitoring en reflectie", "Monitoring and reflection"),
    ("adaptive_capacity", "Adaptief vermogen", "Adaptive capacity"),
    ("meaningful_results", "Betekenisvolle resultaten", "Meaningful results"),
    ("added_value", "Toegevoegde waarde", "Added value"),
];

/// There is no factor or statement that is called so.
#[derive(Debug, thiserror::Error)]
#[error("the instrument has no {0:?}")]
pub(crate) struct UnknownItem(String);

impl Factor {
    /// All of them, in order.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        (0..FACTORS.len()).map(Self)
    }

    /// The factor at a place of a perspective, both from 0 to 3.
    pub(crate) fn at(perspective: usize, place: usize) -> Self {
        Self((perspective % PERSPECTIVES.len()) * IN_PERSPECTIVE + place % IN_PERSPECTIVE)
    }

    /// What it is called in content, answers and reports.
    pub(crate) fn id(self) -> &'static str {
        FACTORS[self.0].0
    }

    /// Which perspective it belongs to, from 0 to 3.
    pub(crate) fn perspective(self) -> usize {
        self.0 / IN_PERSPECTIVE
    }

    /// Its name for people.
    pub(crate) fn name(self, dutch: bool) -> &'static str {
        if dutch { FACTORS[self.0].1 } else { FACTORS[self.0].2 }
    }

    /// Its two statements.
    pub(crate) fn statements(self) -> [Statement; 2] {
        [Statement::About(self, Aspect::Practice), Statement::About(self, Aspect::Experience)]
    }
}

impl Statement {
    /// Everything that a full scan asks, in order.
    pub(crate) fn of_full_scan() -> Vec<Self> {
        Factor::all().flat_map(Factor::statements).collect()
    }

    /// The factor it is about; the two of a pulse are about none.
    pub(crate) fn factor(self) -> Option<Factor> {
        match self {
            Self::About(factor, _) => Some(factor),
            Self::Effort | Self::Yield => None,
        }
    }
}

impl fmt::Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::About(factor, Aspect::Practice) => write!(f, "{}.a", factor.id()),
            Self::About(factor, Aspect::Experience) => write!(f, "{}.b", factor.id()),
            Self::Effort => f.write_str("effort"),
            Self::Yield => f.write_str("yield"),
        }
    }
}

impl FromStr for Factor {
    type Err = UnknownItem;

    fn from_str(id: &str) -> Result<Self, UnknownItem> {
        Self::all().find(|factor| factor.id() == id).ok_or_else(|| UnknownItem(id.to_owned()))
    }
}

impl FromStr for Statement {
    type Err = UnknownItem;

    fn from_str(id: &str) -> Result<Self, UnknownItem> {
        match id.split_once('.') {
            Some((factor, "a")) => Ok(Self::About(factor.parse()?, Aspect::Practice)),
            Some((factor, "b")) => Ok(Self::About(factor.parse()?, Aspect::Experience)),
            None if id == "effort" => Ok(Self::Effort),
            None if id == "yield" => Ok(Self::Yield),
            _ => Err(UnknownItem(id.to_owned())),
        }
    }
}

impl TryFrom<String> for Factor {
    type Error = UnknownItem;

    fn try_from(id: String) -> Result<Self, UnknownItem> {
        id.parse()
    }
}

impl TryFrom<String> for Statement {
    type Error = UnknownItem;

    fn try_from(id: String) -> Result<Self, UnknownItem> {
        id.parse()
    }
}

impl From<Factor> for String {
    fn from(factor: Factor) -> Self {
        factor.id().to_owned()
    }
}

impl From<Statement> for String {
    fn from(statement: Statement) -> Self {
        statement.to_string()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn the_web_has_words_for_everything_that_is_asked() {
        let content: Value = serde_json::from_str(include_str!("../../../web/src/content/scan.json")).unwrap();
        assert_eq!(content["version"], VERSION);
        let perspectives = content["perspectives"].as_array().unwrap();
        let ids: Vec<_> = perspectives.iter().map(|perspective| perspective["id"].as_str().unwrap()).collect();
        assert_eq!(ids, PERSPECTIVES);
        let factors = perspectives.iter().flat_map(|perspective| perspective["factors"].as_array().unwrap());
        let mut asked = Vec::new();
        for (of_web, ours) in factors.zip(Factor::all()) {
            let name = &of_web["name"];
            let of_web_all = (of_web["id"].as_str(), name["nl"].as_str(), name["en"].as_str());
            assert_eq!(of_web_all, (Some(ours.id()), Some(ours.name(true)), Some(ours.name(false))));
            asked.extend(of_web["statements"].as_array().unwrap().iter().map(|of| of["id"].as_str().unwrap()));
        }
        let ours: Vec<String> = Statement::of_full_scan().iter().map(ToString::to_string).collect();
        assert_eq!(asked, ours);
        let temperature = content["temperature"].as_array().unwrap();
        let temperature: Vec<_> = temperature.iter().map(|of| of["id"].as_str().unwrap()).collect();
        assert_eq!(temperature, [Statement::Effort.to_string(), Statement::Yield.to_string()]);
    }

    #[test]
    fn an_id_names_one_statement_and_nothing_else_does() {
        for statement in Statement::of_full_scan().into_iter().chain([Statement::Effort, Statement::Yield]) {
            assert_eq!(statement.to_string().parse::<Statement>().unwrap(), statement);
        }
        for id in ["", "felt_urgency", "felt_urgency.c", "effort.a", ".a", "felt_urgency.a.b"] {
            assert!(id.parse::<Statement>().is_err(), "{id}");
        }
    }
}
