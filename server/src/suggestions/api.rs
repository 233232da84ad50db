//! What goes over the line about suggestions.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::dividing::{Balance, Division, Wanted};
use super::gathering::{Situation, asked_of};
use crate::matching::fit;

/// So many say why in one line.
const MOST_STRENGTHS: usize = 3;

/// What a suggestion keeps to.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(super) struct SuggestionQuery {
    /// How evenly the seats are divided over the partners: `usual` when left out.
    #[serde(default)]
    #[param(inline)]
    balance: Balance,
    /// As if nobody had a role yet, or was asked; to be compared with what is.
    #[serde(default)]
    anew: bool,
}

/// Whose fit is explained, for which role.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(super) struct ExplanationQuery {
    pub(super) account_id: Uuid,
    /// The role's key on the board.
    pub(super) role_id: String,
    /// As in the suggestion.
    #[serde(default)]
    #[param(inline)]
    balance: Balance,
    /// As in the suggestion.
    #[serde(default)]
    anew: bool,
}

impl SuggestionQuery {
    pub(super) fn wanted(&self) -> Wanted {
        Wanted { balance: self.balance, is_anew: self.anew }
    }
}

impl ExplanationQuery {
    pub(super) fn wanted(&self) -> Wanted {
        Wanted { balance: self.balance, is_anew: self.anew }
    }
}

/// Who could best take on which role.
#[derive(Serialize, ToSchema)]
pub(super) struct RoleSuggestion {
    /// The roles on the board, by their keys.
    roles: Vec<SuggestedRole>,
    /// Everybody who can be asked, by account.
    people: Vec<SuggestedPerson>,
    /// Who has a seat, is asked for one, or is suggested for one.
    seats: Vec<SuggestedSeat>,
    /// The sum of the fits of all these seats, in points.
    total: f64,
    /// The same of those who have a role now, or are asked.
    total_now: f64,
    /// What the balance between partners costs, in points.
    price_of_balance: f64,
    /// How many seats the people of a partner have at most; null if that does not matter.
    #[schema(required)]
    share: Option<u32>,
    /// Partners may have more, because without that a role would lack people.
    is_share_dropped: bool,
    /// The partners of whom nobody has a seat, is asked or suggested.
    partners_without: Vec<Uuid>,
}

/// A role for which people are suggested.
#[derive(Serialize, ToSchema)]
#[allow(clippy::struct_field_names, reason = "as boards and assignments name it")]
struct SuggestedRole {
    /// Its key on the board.
    role_id: String,
    title: String,
    seats_min: u8,
    seats_max: u8,
    /// How many of the seats that it cannot do without stay empty, because nobody is available.
    missing: u32,
}

/// Somebody who can be asked.
#[derive(Serialize, ToSchema)]
struct SuggestedPerson {
    account_id: Uuid,
    partner_id: Uuid,
    /// How many roles they say they can carry; null if they do not say, or not to those who lead.
    #[schema(required)]
    capacity: Option<u32>,
    /// How well each role fits them, from 0 to 100, in the order of the roles; null where they are not available.
    points: Vec<Option<f64>>,
}

/// A seat in a suggestion.
#[derive(Serialize, ToSchema)]
struct SuggestedSeat {
    role_id: String,
    account_id: Uuid,
    state: SeatState,
    points: f64,
    /// What contributes most to that: at most three of the core qualities that the role asks for, the most first.
    strengths: Vec<String>,
}

/// How far it is with a seat.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum SeatState {
    /// They have it.
    Accepted,
    /// They are asked.
    Proposed,
    /// They are suggested for it.
    Suggested,
}

/// Why a role fits somebody, or does not.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Explanation {
    pub(super) account_id: Uuid,
    /// The role's key on the board.
    pub(super) role_id: String,
    /// How well it fits, from 0 to 100.
    pub(super) points: f64,
    /// The core qualities that the role asks for; what contributes most comes first, what they lack last.
    pub(super) qualities: Vec<AskedQuality>,
    /// The drives that the role offers.
    pub(super) drives: Vec<OfferedDrive>,
    /// Whether it is known what drives them; if not, half of it counts.
    pub(super) knows_drives: bool,
    /// The energy it gives them, from -2 to 2; null if that is not known: then half of it counts.
    #[schema(required)]
    pub(super) energy: Option<i8>,
    /// Who would have the seat instead; null if nobody would, or they are not suggested for it.
    #[schema(required)]
    pub(super) next_best: Option<NextBest>,
}

/// A core quality that a role asks for, and what somebody has of it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AskedQuality {
    /// Its id, or somebody's own words.
    pub(super) quality: String,
    pub(super) weight: u8,
    /// By their own account, from 1 to 3; 0 if they do not name it.
    pub(super) own: u8,
    /// How many others recognised it.
    pub(super) recognitions: u32,
    /// What it adds to the fit.
    pub(super) points: f64,
}

/// A drive that a role offers.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OfferedDrive {
    /// Its id, or somebody's own words.
    pub(super) drive: String,
    /// Where it stands among what drives them, from 1; null if it does not.
    #[schema(required)]
    pub(super) rank: Option<u8>,
}

/// Who would have a seat instead of somebody.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct NextBest {
    pub(super) account_id: Uuid,
    /// How well the role fits them.
    pub(super) points: f64,
    /// By how many points the sum of all fits would be lower.
    pub(super) cost: f64,
}

impl RoleSuggestion {
    pub(super) fn new(of: &Situation, divided: &Division) -> Self {
        let kept = divided.kept.iter().map(|taken| {
            (taken.person, taken.role, if taken.is_accepted { SeatState::Accepted } else { SeatState::Proposed })
        });
        let suggested = divided.suggested.iter().map(|&(person, role)| (person, role, SeatState::Suggested));
        let seat = |(person, role, state): (usize, usize, SeatState)| SuggestedSeat {
            role_id: of.roles[role].id.clone(),
            account_id: of.people[person].account,
            state,
            points: rounded(of.points(person, role)),
            strengths: strengths(of, person, role),
        };
        let seated = |partner: usize| {
            let people = divided.kept.iter().map(|taken| taken.person);
            let mut people = people.chain(divided.suggested.iter().map(|&(person, _)| person));
            people.any(|person| of.people[person].partner == partner)
        };
        let without = of.partners.iter().enumerate().filter(|&(at, _)| !seated(at));
        Self {
            roles: (0..of.roles.len()).map(|at| role(of, divided, at)).collect(),
            people: (0..of.people.len()).map(|at| person(of, at)).collect(),
            seats: kept.chain(suggested).map(seat).collect(),
            total: rounded(divided.total),
            total_now: rounded(of.taken.iter().map(|taken| of.points(taken.person, taken.role)).sum()),
            price_of_balance: rounded((divided.total_without_balance - divided.total).max(0.0)),
            share: divided.share,
            is_share_dropped: divided.is_share_dropped,
            partners_without: without.map(|(_, partner)| *partner).collect(),
        }
    }
}

fn role(of: &Situation, divided: &Division, at: usize) -> SuggestedRole {
    let role = &of.roles[at];
    let missing = divided.missing.iter().find(|(missing, _)| *missing == at);
    SuggestedRole {
        role_id: role.id.clone(),
        title: role.title.clone(),
        seats_min: role.seats_min,
        seats_max: role.seats_max,
        missing: missing.map_or(0, |(_, seats)| *seats),
    }
}

fn person(of: &Situation, at: usize) -> SuggestedPerson {
    let person = &of.people[at];
    let points = (0..of.roles.len()).map(|role| of.is_available[at][role].then(|| rounded(of.points(at, role))));
    SuggestedPerson {
        account_id: person.account,
        partner_id: of.partners[person.partner],
        capacity: person.capacity.filter(|capacity| capacity.is_shared).map(|capacity| capacity.roles),
        points: points.collect(),
    }
}

fn strengths(of: &Situation, person: usize, role: usize) -> Vec<String> {
    let asked = asked_of(&of.roles[role]);
    let contributing = fit::contributions(&of.people[person].known, &asked);
    contributing.iter().filter(|of| of.points > 0.0).take(MOST_STRENGTHS).map(|of| of.quality.to_owned()).collect()
}

/// To hundredths of a point. The sum of no seats is 0, and not -0.
pub(super) fn rounded(points: f64) -> f64 {
    (points * 100.0).round() / 100.0 + 0.0
}
