//! The rows of the demo: organisations, people, the partnership they are in, and its boards.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _};
use uuid::Uuid;

use super::people::{CARE, LIBRARY, MUNICIPALITY, PEOPLE, Part, Person, SCHOOLS};
use super::{ambition, canvas, roles, values};
use crate::access::Role;
use crate::boards::{self, Kind};
use crate::entity::{account, membership, name_key, organisation, partner, partnership};
use crate::ids;
use crate::realtime::{Append, Row};

const NAME: &str = "Taal in het gezin";
const CHALLENGE: &str = "In Maasveld begint één op de zes kinderen met een taalachterstand aan groep 3. De gezinnen \
    waar thuis weinig wordt gelezen en verteld, worden door de bibliotheek, de school en de zorg elk voor een deel \
    gezien, en door niemand helemaal. Hoe bereiken we hen samen, vóórdat de achterstand ontstaat?";
const PHASE: &str = "share_ambition";

/// The partners, in the order of their marks.
const PARTNERS: [&str; 3] = [LIBRARY, SCHOOLS, CARE];

type Ids = HashMap<&'static str, Uuid>;

/// Writes everything. `password_hash` becomes everybody's.
pub(super) async fn write(db: &impl ConnectionTrait, password_hash: &str, now: DateTime<Utc>) -> Result<(), DbErr> {
    let organisations = organisations(db, now).await?;
    let accounts = accounts(db, &organisations, password_hash, now).await?;
    let partnership = partnership::Model {
        id: ids::ordered(),
        name: NAME.into(),
        challenge: CHALLENGE.into(),
        status: partnership::Status::Active,
        phase: PHASE.into(),
        created_at: now,
    };
    let partnership_id = partnership.id;
    partnership::Entity::insert(partnership.into_active_model()).exec_without_returning(db).await?;
    let partners = partners(db, partnership_id, &organisations, now).await?;
    memberships(db, partnership_id, &partners, &accounts, now).await?;
    let author = accounts.iter().find(|(person, _)| person.part == Part::Lead).map(|&(_, id)| id);
    let author = author.ok_or_else(|| DbErr::Custom("the demo has nobody who leads it".into()))?;
    for (kind, board) in boards::create_boards(db, partnership_id, now).await? {
        let payload = match kind {
            Kind::Ambition => ambition::document(),
            Kind::Canvas => canvas::document(&partners),
            Kind::Roles => roles::document(),
            Kind::Values => values::document(),
            // There is none at the start.
            Kind::Conversation => continue,
        };
        let rows = vec![Row { author, payload: payload.into() }];
        boards::append_to_log(db, &Append { board, after: 0, rows }, now).await?;
    }
    Ok(())
}

async fn organisations(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Ids, DbErr> {
    let mut ids = Ids::new();
    for name in [LIBRARY, SCHOOLS, CARE, MUNICIPALITY] {
        let organisation = organisation::Model {
            id: ids::ordered(),
            name: name.into(),
            name_key: name_key(name),
            created_at: now,
            status: organisation::Status::Active,
        };
        ids.insert(name, organisation.id);
        organisation::Entity::insert(organisation.into_active_model()).exec_without_returning(db).await?;
    }
    Ok(ids)
}

async fn accounts(
    db: &impl ConnectionTrait,
    organisations: &Ids,
    password_hash: &str,
    now: DateTime<Utc>,
) -> Result<Vec<(Person, Uuid)>, DbErr> {
    let mut accounts = Vec::new();
    for person in PEOPLE {
        let account = account::Model {
            id: ids::ordered(),
            organisation_id: person.organisation.and_then(|name| organisations.get(name).copied()),
            email: person.email.into(),
            email_key: person.email.into(),
            name: person.name.into(),
            name_key: name_key(person.name),
            password_hash: Some(password_hash.into()),
            platform_admin: person.part == Part::PlatformAdmin,
            organisation_admin: person.part == Part::OrganisationAdmin,
            deactivated_at: None,
            created_at: now,
            language: account::Language::Nl,
            verified_at: Some(now),
            suspended_at: None,
        };
        accounts.push((person, account.id));
        account::Entity::insert(account.into_active_model()).exec_without_returning(db).await?;
    }
    Ok(accounts)
}

async fn partners(
    db: &impl ConnectionTrait,
    partnership_id: Uuid,
    organisations: &Ids,
    now: DateTime<Utc>,
) -> Result<Ids, DbErr> {
    let mut ids = Ids::new();
    for (mark, name) in (1..).zip(PARTNERS) {
        let Some(&organisation_id) = organisations.get(name) else { continue };
        let partner = partner::Model {
            id: ids::ordered(),
            partnership_id,
            organisation_id,
            mark,
            status: partner::Status::Active,
            created_at: now,
            invited_by: None,
            invited_name: None,
            joined_at: Some(now),
        };
        ids.insert(name, partner.id);
        partner::Entity::insert(partner.into_active_model()).exec_without_returning(db).await?;
    }
    Ok(ids)
}

async fn memberships(
    db: &impl ConnectionTrait,
    partnership_id: Uuid,
    partners: &Ids,
    accounts: &[(Person, Uuid)],
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    for (person, account_id) in accounts {
        let role = match person.part {
            Part::Lead => Role::Lead,
            Part::Member => Role::Member,
            Part::Observer => Role::Observer,
            Part::PlatformAdmin | Part::OrganisationAdmin => continue,
        };
        let partner_id = person.organisation.and_then(|name| partners.get(name).copied());
        let membership = membership::Model {
            id: ids::ordered(),
            partnership_id,
            account_id: *account_id,
            partner_id,
            role,
            mandated: partner_id.is_some(),
            created_at: now,
            left_at: None,
        };
        membership::Entity::insert(membership.into_active_model()).exec_without_returning(db).await?;
    }
    Ok(())
}
