//! What people call the core qualities and drives that a role asks for.
//!
//! The library is the web's (`content/core_qualities.json`, `content/roles.json`); a test compares, because the server is
//! built without the web's sources. A document may name others: those are called by their ids.

use crate::files::Language;

/// A core quality or a drive.
#[derive(Debug)]
pub(super) struct Choice {
    id: &'static str,
    nl: &'static str,
    en: &'static str,
}

/// What is called so; its id when the library does not know it.
pub(super) fn name<'a>(library: &'static [Choice], id: &'a str, language: Language) -> &'a str {
    let known = library.iter().find(|choice| choice.id == id);
    known.map_or(id, |choice| match language {
        Language::Nl => choice.nl,
        Language::En => choice.en,
    })
}

/// The core qualities.
pub(super) const QUALITIES: &[Choice] = &[
    Choice { id: "empathy", nl: "Inlevingsvermogen", en: "Empathy" },
    Choice { id: "being_of_service", nl: "Dienstbaarheid", en: "Being of service" },
    Choice { id: "bringing_together", nl: "Verbindingskracht", en: "Bringing people together" },
    Choice { id: "attentive_listening", nl: "Aandachtig luisteren", en: "Attentive listening" },
    Choice { id: "tact", nl: "Tact", en: "Tact" },
    Choice { id: "hospitality", nl: "Gastvrijheid", en: "Hospitality" },
    Choice { id: "giving_trust", nl: "Vertrouwen geven", en: "Giving trust" },
    Choice { id: "vision", nl: "Visie", en: "Vision" },
    Choice { id: "enthusiasm", nl: "Enthousiasme", en: "Enthusiasm" },
    Choice { id: "persuasiveness", nl: "Overtuigingskracht", en: "Persuasiveness" },
    Choice { id: "boldness", nl: "Lef", en: "Boldness" },
    Choice { id: "decisiveness", nl: "Besluitvaardigheid", en: "Decisiveness" },
    Choice { id: "leading_the_way", nl: "Voorop durven gaan", en: "Daring to lead" },
    Choice { id: "passion", nl: "Gedrevenheid", en: "Passion" },
    Choice { id: "analysis", nl: "Analytisch vermogen", en: "Analytical ability" },
    Choice { id: "curiosity", nl: "Nieuwsgierigheid", en: "Curiosity" },
    Choice { id: "critical_eye", nl: "Kritische blik", en: "Critical eye" },
    Choice { id: "overview", nl: "Overzicht", en: "Overview" },
    Choice { id: "seeing_connections", nl: "Verbanden zien", en: "Seeing connections" },
    Choice { id: "depth", nl: "Diepgang", en: "Depth" },
    Choice { id: "level_headedness", nl: "Nuchterheid", en: "Level-headedness" },
    Choice { id: "creativity", nl: "Creativiteit", en: "Creativity" },
    Choice { id: "agility", nl: "Wendbaarheid", en: "Agility" },
    Choice { id: "improvisation", nl: "Improvisatietalent", en: "Talent for improvisation" },
    Choice { id: "enterprise", nl: "Ondernemingszin", en: "Enterprise" },
    Choice { id: "humour", nl: "Humor", en: "Humour" },
    Choice { id: "open_mindedness", nl: "Onbevangenheid", en: "Open-mindedness" },
    Choice { id: "optimism", nl: "Optimisme", en: "Optimism" },
    Choice { id: "getting_going", nl: "Aanpakken", en: "Getting things moving" },
    Choice { id: "perseverance", nl: "Doorzettingsvermogen", en: "Perseverance" },
    Choice { id: "organising", nl: "Organisatietalent", en: "Organising talent" },
    Choice { id: "precision", nl: "Nauwkeurigheid", en: "Precision" },
    Choice { id: "result_focus", nl: "Resultaatgerichtheid", en: "Focus on results" },
    Choice { id: "practicality", nl: "Praktische instelling", en: "Practical mind" },
    Choice { id: "self_reliance", nl: "Zelfstandigheid", en: "Self-reliance" },
    Choice { id: "reliability", nl: "Betrouwbaarheid", en: "Reliability" },
    Choice { id: "patience", nl: "Geduld", en: "Patience" },
    Choice { id: "calm", nl: "Rust", en: "Calm" },
    Choice { id: "being_principled", nl: "Principieel zijn", en: "Being principled" },
    Choice { id: "modesty", nl: "Bescheidenheid", en: "Modesty" },
];

/// The drives.
pub(super) const DRIVES: &[Choice] = &[
    Choice { id: "impact", nl: "Verschil maken", en: "Making a difference" },
    Choice { id: "connection", nl: "Verbinding", en: "Connection" },
    Choice { id: "mastery", nl: "Leren en meesterschap", en: "Learning and mastery" },
    Choice { id: "creation", nl: "Nieuwe dingen maken", en: "Creating new things" },
    Choice { id: "achievement", nl: "Resultaat halen", en: "Achieving results" },
    Choice { id: "autonomy", nl: "Eigen ruimte", en: "Autonomy" },
    Choice { id: "security", nl: "Houvast en continuïteit", en: "Stability and continuity" },
    Choice { id: "recognition", nl: "Waardering en zichtbaarheid", en: "Appreciation and visibility" },
    Choice { id: "influence", nl: "Invloed", en: "Influence" },
    Choice { id: "care", nl: "Zorgen voor anderen", en: "Caring for others" },
    Choice { id: "fairness", nl: "Rechtvaardigheid", en: "Fairness" },
    Choice { id: "fun", nl: "Plezier", en: "Fun" },
];

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn the_library_is_the_one_of_the_web() {
        for (content, list, library) in [
            (include_str!("../../../web/src/content/core_qualities.json"), "qualities", QUALITIES),
            (include_str!("../../../web/src/content/roles.json"), "drives", DRIVES),
        ] {
            let content: Value = serde_json::from_str(content).unwrap();
            let theirs = content[list].as_array().unwrap().iter();
            let theirs: Vec<_> =
                theirs.map(|choice| json!([choice["id"], choice["name"]["nl"], choice["name"]["en"]])).collect();
            let ours: Vec<_> = library.iter().map(|choice| json!([choice.id, choice.nl, choice.en])).collect();
            assert_eq!(ours, theirs);
        }
    }
}
