//! How well somebody fits a role, by what they are good at, what drives them, and what gives them energy.
//!
//! The fit is a number from 0 to 100: half of it is qualities, a fifth drives, three tenths energy. Pitfalls and
//! allergies are for the conversation and are never counted.

use std::collections::{BTreeMap, BTreeSet};

/// How much of the fit each part is, in points.
const QUALITIES: f64 = 50.0;
const DRIVES: f64 = 20.0;
const ENERGY: f64 = 30.0;
/// How much a drive counts by its rank, the first first; those after the fifth do not.
const RANKS: [f64; 5] = [1.0, 0.8, 0.6, 0.4, 0.2];
/// How much of a quality one knows oneself, and how much others recognised.
const OWN: f64 = 0.7;
const RECOGNISED: f64 = 0.3;
/// The most there is of each.
const STRONGEST: u8 = 3;
const MOST_RECOGNITIONS: u32 = 3;
/// What counts for a part of which nothing is known.
const UNKNOWN: f64 = 0.5;

/// What is known of somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Their core qualities by id.
    pub qualities: BTreeMap<String, Strength>,
    /// What drives them, the strongest first; nothing if that is not known.
    pub drives: Vec<String>,
}

/// How strong a quality is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strength {
    /// By their own account, 1 to 3.
    pub own: u8,
    /// How many others recognised it with an example.
    pub recognitions: u32,
}

/// What a role asks and offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Role {
    /// The core qualities it needs, by id, with their weight from 1.
    pub qualities: BTreeMap<String, u8>,
    /// The drives it answers to, by id.
    pub drives: BTreeSet<String>,
}

/// What makes up a fit; each part from 0 to 1, or nothing when it is not known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// None when the role asks for no quality.
    pub qualities: Option<f64>,
    /// None when the role offers no drive, or theirs are not known.
    pub drives: Option<f64>,
    /// None when they did not say.
    pub energy: Option<f64>,
}

/// Of `person` and `role`, for which they said what energy it gives them, from -2 to 2.
pub fn fit(person: &Person, role: &Role, energy: Option<i8>) -> Fit {
    Fit {
        qualities: qualities(person, role),
        drives: drives(person, role),
        energy: energy.map(|energy| (f64::from(energy.clamp(-2, 2)) + 2.0) / 4.0),
    }
}

/// A quality that a role asks for, and what somebody has of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution<'a> {
    /// Its id.
    pub quality: &'a str,
    /// How much the role needs it.
    pub weight: u8,
    /// What they have of it; nothing of both parts if they lack it.
    pub strength: Strength,
    /// What it adds to the fit.
    pub points: f64,
}

/// What each quality that `role` asks for adds to the fit of `person`, the most first; what they lack is last.
pub fn contributions<'a>(person: &Person, role: &'a Role) -> Vec<Contribution<'a>> {
    let weights: f64 = role.qualities.values().copied().map(f64::from).sum();
    let contribution = |(quality, &weight): (&'a String, &u8)| {
        let strength = person.qualities.get(quality).copied().unwrap_or(Strength { own: 0, recognitions: 0 });
        let points = QUALITIES * f64::from(weight) * strength.value() / weights;
        Contribution { quality, weight, strength, points }
    };
    let mut all: Vec<_> = role.qualities.iter().map(contribution).collect();
    all.sort_by(|one, other| other.points.total_cmp(&one.points).then(other.weight.cmp(&one.weight)));
    all
}

impl Fit {
    /// In points, from 0 to 100. What is not known counts half.
    pub fn points(&self) -> f64 {
        let [qualities, drives, energy] =
            [self.qualities, self.drives, self.energy].map(|part| part.unwrap_or(UNKNOWN));
        QUALITIES * qualities + DRIVES * drives + ENERGY * energy
    }
}

impl Strength {
    /// From 0 to 1.
    pub fn value(self) -> f64 {
        let own = f64::from(self.own.min(STRONGEST)) / f64::from(STRONGEST);
        let recognised = f64::from(self.recognitions.min(MOST_RECOGNITIONS)) / f64::from(MOST_RECOGNITIONS);
        OWN * own + RECOGNISED * recognised
    }
}

/// The mean of what they have of each quality that the role asks for, by weight.
fn qualities(person: &Person, role: &Role) -> Option<f64> {
    let weights: f64 = role.qualities.values().copied().map(f64::from).sum();
    let has = |id: &String| person.qualities.get(id).map_or(0.0, |strength| strength.value());
    let had: f64 = role.qualities.iter().map(|(id, &weight)| f64::from(weight) * has(id)).sum();
    (weights > 0.0).then(|| had / weights)
}

/// What the drives that the role offers count for them, of the most that so many drives could.
fn drives(person: &Person, role: &Role) -> Option<f64> {
    let most: f64 = RANKS.iter().take(role.drives.len()).sum();
    let counted: f64 = person
        .drives
        .iter()
        .zip(RANKS)
        .filter(|(drive, _)| role.drives.contains(*drive))
        .map(|(_, rank)| rank)
        .sum();
    (most > 0.0 && !person.drives.is_empty()).then(|| counted / most)
}
