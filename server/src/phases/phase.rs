//! The seven phases, and what belongs to each.
//!
//! What they are called and asked is the web's (`content/phases.json`); a test compares, because the server is built
//! without the web's sources.

use std::str::FromStr;

/// A phase, in the order in which they are suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    Signal,
    Acquaint,
    ExploreValue,
    ShareAmbition,
    Agree,
    Realise,
    Sustain,
}

/// Something that belongs to a phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Belongs {
    /// As `signal.challenge`.
    pub(super) id: &'static str,
    /// Whether one does not move on without it, or a reason.
    pub(super) required: bool,
}

const fn required(id: &'static str) -> Belongs {
    Belongs { id, required: true }
}

const fn suggested(id: &'static str) -> Belongs {
    Belongs { id, required: false }
}

impl Phase {
    pub(super) const ALL: [Self; 7] = [
        Self::Signal,
        Self::Acquaint,
        Self::ExploreValue,
        Self::ShareAmbition,
        Self::Agree,
        Self::Realise,
        Self::Sustain,
    ];

    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Signal => "signal",
            Self::Acquaint => "acquaint",
            Self::ExploreValue => "explore_value",
            Self::ShareAmbition => "share_ambition",
            Self::Agree => "agree",
            Self::Realise => "realise",
            Self::Sustain => "sustain",
        }
    }

    pub(super) const fn belongs(self) -> &'static [Belongs] {
        match self {
            Self::Signal => {
                const { &[required("signal.challenge"), required("signal.partners"), suggested("signal.urgency")] }
            }
            Self::Acquaint => {
                const {
                    &[
                        required("acquaint.profiles"),
                        required("acquaint.ambitions"),
                        required("acquaint.values"),
                        suggested("acquaint.meeting"),
                    ]
                }
            }
            Self::ExploreValue => {
                const {
                    &[
                        required("explore_value.interests"),
                        required("explore_value.benefits"),
                        required("explore_value.partnership"),
                        required("explore_value.recognised"),
                    ]
                }
            }
            Self::ShareAmbition => {
                const {
                    &[
                        required("share_ambition.text"),
                        required("share_ambition.endorsed"),
                        suggested("share_ambition.values"),
                    ]
                }
            }
            Self::Agree => {
                const {
                    &[
                        required("agree.goals"),
                        required("agree.canvas"),
                        required("agree.costs_benefits"),
                        required("agree.roles"),
                        required("agree.agreements"),
                    ]
                }
            }
            Self::Realise => {
                const {
                    &[
                        required("realise.scan"),
                        required("realise.improvements"),
                        required("realise.interim_value"),
                        suggested("realise.success"),
                    ]
                }
            }
            Self::Sustain => {
                const { &[required("sustain.final_value"), suggested("sustain.horizon"), required("sustain.decision")] }
            }
        }
    }

    /// What one leaves behind who goes from here to `to`: nothing, when one goes back.
    pub(super) fn left_behind(self, to: Self) -> impl Iterator<Item = &'static Belongs> {
        let passed = Self::ALL.into_iter().filter(move |phase| *phase >= self && *phase < to);
        passed.flat_map(Self::belongs)
    }
}

/// There is no such phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unknown;

impl FromStr for Phase {
    type Err = Unknown;

    fn from_str(id: &str) -> Result<Self, Unknown> {
        Self::ALL.into_iter().find(|phase| phase.id() == id).ok_or(Unknown)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn the_phases_are_those_of_the_web() {
        let content: Value = serde_json::from_str(include_str!("../../../web/src/content/phases.json")).unwrap();
        let evidence = |of: &Value| {
            let of = of["evidence"].as_array().unwrap().iter();
            of.map(|one| json!([one["id"], one["required"]])).collect::<Vec<_>>()
        };
        let theirs: Vec<_> =
            content["phases"].as_array().unwrap().iter().map(|of| json!([of["id"], evidence(of)])).collect();
        let belongs =
            |phase: Phase| phase.belongs().iter().map(|of| json!([of.id, of.required])).collect::<Vec<_>>();
        let ours: Vec<_> = Phase::ALL.iter().map(|&phase| json!([phase.id(), belongs(phase)])).collect();
        assert_eq!(ours, theirs);
        assert!(Phase::ALL.is_sorted());
    }

    #[test]
    fn who_skips_a_phase_leaves_behind_what_belongs_to_it_and_who_goes_back_nothing() {
        let ids = |from: Phase, to| from.left_behind(to).map(|of| of.id).collect::<Vec<_>>();
        assert_eq!(ids(Phase::Signal, Phase::Acquaint).len(), 3);
        assert_eq!(ids(Phase::Signal, Phase::ExploreValue).len(), 7);
        assert!(ids(Phase::Agree, Phase::Signal).is_empty() && ids(Phase::Agree, Phase::Agree).is_empty());
    }
}
