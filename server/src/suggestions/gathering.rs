//! What a suggestion is made from.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::error::SuggestionError;
use crate::access::{self, Action};
use crate::app::App;
use crate::assignments::{self, Asked, AskedState, Capacity};
use crate::boards::{DescribedRole, described_roles};
use crate::matching::fit::{self, Fit};
use crate::partnerships::{self, Membership};
use crate::profiles;

/// Who there is, which roles, how well each fits, and who has one or is asked.
#[derive(Clone, Debug)]
pub(super) struct Situation {
    /// By their keys.
    pub(super) roles: Vec<DescribedRole>,
    /// Who can be asked at all, by account.
    pub(super) people: Vec<Candidate>,
    /// Those that take part.
    pub(super) partners: Vec<Uuid>,
    /// For each person, how well each role fits them.
    pub(super) fits: Vec<Vec<Fit>>,
    /// For each person, whether they can be suggested for each role.
    pub(super) is_available: Vec<Vec<bool>>,
    /// Person and role, by their places: who has a role, and who is asked for one.
    pub(super) taken: Vec<Taken>,
}

/// Somebody who can be asked for roles.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) account: Uuid,
    /// By its place among the partners.
    pub(super) partner: usize,
    pub(super) capacity: Option<Capacity>,
    /// What all who take part may know of them.
    pub(super) known: fit::Person,
    /// The energy that roles give them, by the role's key.
    pub(super) energy: BTreeMap<String, i8>,
}

/// A seat that somebody has, or is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Taken {
    pub(super) person: usize,
    pub(super) role: usize,
    pub(super) is_accepted: bool,
}

/// Everything as it is at this moment.
pub(super) async fn gather(app: &App, me: &Membership) -> Result<Situation, SuggestionError> {
    let described = described_roles(app, me).await?;
    let db = app.database.reader();
    let everybody = partnerships::everybody_in(db, me.partnership_id).await?;
    let willing = assignments::willing(db, me, described.board).await?;
    let asked = assignments::asked(db, me, described.board).await?;
    let mut known = profiles::known_to_all(db, me).await?;

    let working = everybody.into_iter().filter(|present| access::permits(present.role, Action::TakeRoles));
    let working: Vec<(Uuid, Uuid)> =
        working.filter_map(|present| Some((present.account_id, present.partner_id?))).collect();
    let partners: Vec<Uuid> =
        working.iter().map(|(_, partner)| *partner).collect::<BTreeSet<_>>().into_iter().collect();
    let mut roles = described.all().to_vec();
    roles.sort_by(|one, other| one.id.cmp(&other.id));
    let people: Vec<Candidate> = working
        .into_iter()
        .map(|(account, partner)| Candidate {
            account,
            partner: partners.binary_search(&partner).unwrap_or_default(),
            capacity: willing.capacities.get(&account).copied(),
            known: known.remove(&account).unwrap_or_default(),
            energy: energy_of(&willing.energy, account),
        })
        .collect();

    let let_go = let_go(&asked, &willing.open_since);
    let is_available = |person: &Candidate, role: &DescribedRole| {
        let pair = (person.account, role.id.clone());
        !willing.unwilling.contains(&pair) && !let_go.contains(&pair)
    };
    let wanted: Vec<fit::Role> = roles.iter().map(asked_of).collect();
    let fit_of = |person: &Candidate, at: usize| {
        fit::fit(&person.known, &wanted[at], person.energy.get(&roles[at].id).copied())
    };
    Ok(Situation {
        fits: people.iter().map(|person| (0..roles.len()).map(|at| fit_of(person, at)).collect()).collect(),
        is_available: people
            .iter()
            .map(|person| roles.iter().map(|role| is_available(person, role)).collect())
            .collect(),
        taken: taken(&asked, &people, &roles),
        roles,
        people,
        partners,
    })
}

/// What a role asks and offers.
pub(super) fn asked_of(role: &DescribedRole) -> fit::Role {
    fit::Role { qualities: role.qualities.clone(), drives: role.drives.clone() }
}

fn energy_of(all: &BTreeMap<(Uuid, String), i8>, account: Uuid) -> BTreeMap<String, i8> {
    let theirs = all.range((account, String::new())..).take_while(|((whose, _), _)| *whose == account);
    theirs.map(|((_, role), energy)| (role.clone(), *energy)).collect()
}

/// Who declined a role or gave it back, and did not say since that they would take it on.
fn let_go(asked: &[Asked], open_since: &BTreeMap<(Uuid, String), DateTime<Utc>>) -> BTreeSet<(Uuid, String)> {
    let gone = asked.iter().filter_map(|asked| match asked.state {
        AskedState::LetGo(at) => Some(((asked.account, asked.role.clone()), at)),
        AskedState::Proposed | AskedState::Accepted => None,
    });
    gone.filter(|(pair, at)| open_since.get(pair).is_none_or(|since| since < at)).map(|(pair, _)| pair).collect()
}

fn taken(asked: &[Asked], people: &[Candidate], roles: &[DescribedRole]) -> Vec<Taken> {
    let seat = |asked: &Asked| {
        let person = people.binary_search_by(|person| person.account.cmp(&asked.account)).ok()?;
        let role = roles.binary_search_by(|role| role.id.cmp(&asked.role)).ok()?;
        let is_accepted = match asked.state {
            AskedState::Accepted => true,
            AskedState::Proposed => false,
            AskedState::LetGo(_) => return None,
        };
        Some(Taken { person, role, is_accepted })
    };
    asked.iter().filter_map(seat).collect()
}
