//! The seats, as they are best divided in a situation.

use serde::Deserialize;
use utoipa::ToSchema;

use super::gathering::{Candidate, Situation, Taken};
use crate::matching::suggestion::{self, Question, Seats, Share, Suggestion, suggest, suggest_unbalanced};

/// How many roles somebody is suggested for who does not say how many they can carry.
const USUAL_CAPACITY: u32 = 1;

/// What a suggestion keeps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) balance: Balance,
    /// As if nobody had a role yet, or was asked.
    pub(super) is_anew: bool,
}

/// How evenly the seats are divided over the partners.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Balance {
    /// Each has one if that can be, and at most one more than its share.
    #[default]
    Usual,
    /// Each has one if that can be, and at most its share.
    Tight,
    /// It does not matter who is of which partner.
    None,
}

/// How the seats are best divided.
#[derive(Clone, Debug)]
pub(super) struct Division {
    /// Those that stay as they are.
    pub(super) kept: Vec<Taken>,
    /// Person and role, by their places: those that are suggested.
    pub(super) suggested: Vec<(usize, usize)>,
    /// Role and how many of the seats that it cannot do without stay empty.
    pub(super) missing: Vec<(usize, u32)>,
    /// How many seats a partner has at most; none if that does not matter.
    pub(super) share: Option<u32>,
    /// Whether partners may have more, because without that a role would lack people.
    pub(super) is_share_dropped: bool,
    /// The sum of the fits, in points.
    pub(super) total: f64,
    /// What that would be if it did not matter who is of which partner.
    pub(super) total_without_balance: f64,
}

impl Situation {
    /// Divides the seats.
    pub(super) fn divide(&self, wanted: Wanted) -> Division {
        let kept = self.kept(wanted);
        let question = self.question(wanted, &kept, None);
        let Suggestion { seats, missing, is_share_dropped } = answer(&question, wanted.balance);
        let of_kept: f64 = kept.iter().map(|taken| self.points(taken.person, taken.role)).sum();
        let of = |seats: &[(usize, usize)]| -> f64 {
            seats.iter().map(|&(person, role)| self.points(person, role)).sum()
        };
        Division {
            total: of_kept + of(&seats),
            total_without_balance: of_kept + of(&suggest_unbalanced(&question).seats),
            share: self.share(wanted.balance),
            kept,
            suggested: seats,
            missing,
            is_share_dropped,
        }
    }

    /// The seats, when this person cannot have this role.
    pub(super) fn divide_without(&self, wanted: Wanted, person: usize, role: usize) -> Vec<(usize, usize)> {
        let question = self.question(wanted, &self.kept(wanted), Some((person, role)));
        answer(&question, wanted.balance).seats
    }

    /// How well a role fits somebody, from 0 to 100.
    pub(super) fn points(&self, person: usize, role: usize) -> f64 {
        self.fits[person][role].points()
    }

    fn kept(&self, wanted: Wanted) -> Vec<Taken> {
        if wanted.is_anew { Vec::new() } else { self.taken.clone() }
    }

    fn share(&self, balance: Balance) -> Option<u32> {
        let seats: u32 = self.roles.iter().map(|role| u32::from(role.seats_max)).sum();
        let even = seats.div_ceil(u32::try_from(self.partners.len()).unwrap_or(u32::MAX).max(1));
        match balance {
            Balance::Usual => Some(even + 1),
            Balance::Tight => Some(even),
            Balance::None => None,
        }
    }

    fn question(&self, wanted: Wanted, kept: &[Taken], forbidden: Option<(usize, usize)>) -> Question {
        let count = |is: &dyn Fn(&Taken) -> bool| {
            u32::try_from(kept.iter().filter(|taken| is(taken)).count()).unwrap_or(u32::MAX)
        };
        let has =
            |person: usize, role: usize| kept.iter().any(|taken| (taken.person, taken.role) == (person, role));
        let can = |person: usize, role: usize| {
            self.is_available[person][role] && !has(person, role) && forbidden != Some((person, role))
        };
        let seats: u32 = self.roles.iter().map(|role| u32::from(role.seats_max)).sum();
        let share = self.share(wanted.balance).unwrap_or(seats);
        Question {
            people: (self.people.iter().enumerate())
                .map(|(at, person)| suggestion::Candidate {
                    partner: person.partner,
                    capacity: can_carry(person).saturating_sub(count(&|taken| taken.person == at)),
                })
                .collect(),
            roles: (self.roles.iter().enumerate())
                .map(|(at, role)| {
                    let has = count(&|taken| taken.role == at);
                    Seats {
                        least: u32::from(role.seats_min).saturating_sub(has),
                        most: u32::from(role.seats_max).saturating_sub(has),
                    }
                })
                .collect(),
            partners: (0..self.partners.len())
                .map(|at| {
                    let has = count(&|taken| self.people[taken.person].partner == at);
                    Share { is_without: has == 0, most: share.saturating_sub(has) }
                })
                .collect(),
            fits: (0..self.people.len())
                .map(|person| {
                    (0..self.roles.len()).map(|role| can(person, role).then(|| self.points(person, role))).collect()
                })
                .collect(),
        }
    }
}

/// For how many roles somebody is suggested. Who keeps to themselves how many they can carry is suggested for no more than
/// is usual, so that nobody learns the number from a suggestion.
fn can_carry(person: &Candidate) -> u32 {
    match person.capacity {
        Some(capacity) if capacity.is_shared => capacity.roles,
        Some(capacity) => capacity.roles.min(USUAL_CAPACITY),
        None => USUAL_CAPACITY,
    }
}

fn answer(question: &Question, balance: Balance) -> Suggestion {
    if balance == Balance::None { suggest_unbalanced(question) } else { suggest(question) }
}
