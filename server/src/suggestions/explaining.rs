//! Why somebody would fit a role, and what it would cost the whole if they did not take it on.

use uuid::Uuid;

use super::api::{AskedQuality, Explanation, NextBest, OfferedDrive, rounded};
use super::dividing::{Division, Wanted};
use super::gathering::{Situation, asked_of};
use crate::matching::fit;

impl Situation {
    /// Why a role fits somebody; nothing if there is no such person or role, or they are not available for it.
    pub(super) fn explain(&self, wanted: Wanted, account: Uuid, role_id: &str) -> Option<Explanation> {
        let person = self.people.binary_search_by(|person| person.account.cmp(&account)).ok()?;
        let role = self.roles.binary_search_by(|role| role.id.as_str().cmp(role_id)).ok()?;
        let has = self.taken.iter().any(|taken| (taken.person, taken.role) == (person, role));
        if !self.is_available[person][role] && !has {
            return None;
        }
        let (known, asked) = (&self.people[person].known, asked_of(&self.roles[role]));
        let fit = self.fits[person][role];
        let qualities = fit::contributions(known, &asked).into_iter().map(|of| AskedQuality {
            quality: of.quality.to_owned(),
            weight: of.weight,
            own: of.strength.own,
            recognitions: of.strength.recognitions,
            points: rounded(of.points),
        });
        let drives = asked.drives.iter().map(|drive| OfferedDrive {
            drive: drive.clone(),
            rank: known.drives.iter().position(|theirs| theirs == drive).and_then(|at| u8::try_from(at + 1).ok()),
        });
        Some(Explanation {
            account_id: account,
            role_id: role_id.to_owned(),
            points: rounded(fit.points()),
            qualities: qualities.collect(),
            drives: drives.collect(),
            knows_drives: !known.drives.is_empty(),
            energy: self.people[person].energy.get(role_id).copied(),
            next_best: self.next_best(wanted, person, role),
        })
    }

    /// Who would have the seat that somebody is suggested for, if they do not take it on.
    fn next_best(&self, wanted: Wanted, person: usize, role: usize) -> Option<NextBest> {
        let Division { suggested, .. } = self.divide(wanted);
        if !suggested.contains(&(person, role)) {
            return None;
        }
        let without = self.divide_without(wanted, person, role);
        let total = |seats: &[(usize, usize)]| -> f64 {
            seats.iter().map(|&(person, role)| self.points(person, role)).sum()
        };
        let instead = without.iter().find(|seat| seat.1 == role && !suggested.contains(seat))?;
        Some(NextBest {
            account_id: self.people[instead.0].account,
            points: rounded(self.points(instead.0, role)),
            cost: rounded(total(&suggested) - total(&without)),
        })
    }
}
