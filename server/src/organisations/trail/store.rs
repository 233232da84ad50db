//! The SQL of what the entries of a log name.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::audit::{Chain, Entry};
use crate::database::ROWS_AT_ONCE;
use crate::entity::{account, organisation};

/// What the people and organisations in `entries` are called, as far as whoever reads the log may know. Of people of other
/// organisations an organisation is told no name, and of partnerships nobody is.
pub(super) async fn names(
    db: &impl ConnectionTrait,
    chain: Chain,
    entries: &[Entry],
) -> Result<HashMap<Uuid, String>, DbErr> {
    let ids: BTreeSet<Uuid> = entries.iter().flat_map(|entry| [entry.actor, entry.subject]).flatten().collect();
    let ids: Vec<Uuid> = ids.into_iter().collect();
    let (people, organisations) = match chain {
        Chain::Platform => (Condition::all(), Condition::all()),
        Chain::Organisation(id) => {
            let known = Condition::any()
                .add(account::Column::OrganisationId.eq(id))
                .add(account::Column::PlatformAdmin.eq(true));
            (known, Condition::all().add(organisation::Column::Id.eq(id)))
        }
        Chain::Partnership(_) => return Ok(HashMap::new()),
    };
    let mut names = HashMap::new();
    for ids in ids.chunks(ROWS_AT_ONCE) {
        let ids = || ids.iter().copied();
        let found: Vec<(Uuid, String)> = account::Entity::find()
            .select_only()
            .columns([account::Column::Id, account::Column::Name])
            .filter(account::Column::Id.is_in(ids()))
            .filter(people.clone())
            .into_tuple()
            .all(db)
            .await?;
        names.extend(found);
        let found: Vec<(Uuid, String)> = organisation::Entity::find()
            .select_only()
            .columns([organisation::Column::Id, organisation::Column::Name])
            .filter(organisation::Column::Id.is_in(ids()))
            .filter(organisations.clone())
            .into_tuple()
            .all(db)
            .await?;
        names.extend(found);
    }
    Ok(names)
}
