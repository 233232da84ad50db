//! Profiles, as somebody sees them.

use std::collections::BTreeMap;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::api::{Profile, ProfileList, ProfilePart};
use super::content::{Content, OwnQuality};
use super::store;
use crate::access::{self, Action};
use crate::app::App;
use crate::matching::fit;
use crate::partnerships::{self, Membership, Person};
use crate::profiles::error::ProfileError;

/// Of everybody who takes part, what somebody may see.
pub(super) async fn list(app: &App, me: &Membership) -> Result<ProfileList, ProfileError> {
    me.may(Action::SeeOneAnother)?;
    let db = app.database.reader();
    let mut parts: BTreeMap<Uuid, Vec<ProfilePart>> = BTreeMap::new();
    for part in store::seen(db, me).await? {
        parts.entry(part.account_id).or_default().push(ProfilePart::new(&part)?);
    }
    let everybody = partnerships::everybody_in(db, me.partnership_id).await?;
    let speaking = everybody.iter().filter(|present| access::permits(present.role, Action::SpeakForOneself));
    let accounts: Vec<Uuid> = speaking.map(|present| present.account_id).collect();
    let names = partnerships::authors(db, me, accounts.iter().copied()).await?;
    let profile = |account: Uuid| Profile {
        person: Person::new(account, names.get(&account)),
        parts: parts.remove(&account).unwrap_or_default(),
    };
    Ok(ProfileList { items: accounts.into_iter().map(profile).collect(), next: None })
}

/// By account: the core qualities and drives that people show to all.
pub(in crate::profiles) async fn shown_to_all(
    db: &impl ConnectionTrait,
    me: &Membership,
) -> Result<BTreeMap<Uuid, fit::Person>, ProfileError> {
    let mut people: BTreeMap<Uuid, fit::Person> = BTreeMap::new();
    for part in store::shown_to_all(db, me).await? {
        let person = people.entry(part.account_id).or_default();
        match serde_json::from_str(&part.content)? {
            Content::Qualities { qualities } => {
                person.qualities.extend(qualities.into_iter().map(OwnQuality::strength));
            }
            Content::Drives { drives } => person.drives = drives,
            Content::Expertise { .. } | Content::Learning { .. } => (),
        }
    }
    Ok(people)
}
