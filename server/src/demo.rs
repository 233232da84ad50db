//! The demo: one believable partnership, for whoever wants to look around before there is anything of their own.
//!
//! It is written once, into a database without accounts, and never over anything. What is on its boards is written as
//! somebody would have written it: as the first row of each board's log.

mod ambition;
mod canvas;
mod partnership;
mod people;
mod roles;
mod values;
mod writing;

use sea_orm::{ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

pub(crate) use self::people::{PASSWORD, PEOPLE, Part};
use crate::accounts::{self, Password};
use crate::clock::Clock;
use crate::database::Database;
use crate::entity::account;

/// Fills an empty database, and says whether the demo's people are in it.
pub(crate) async fn fill(database: &Database, clock: &dyn Clock) -> Result<bool, DbErr> {
    if is_empty(database.reader()).await? {
        write(database, clock).await?;
    }
    let is_here = has_its_people(database.reader()).await?;
    if !is_here {
        tracing::warn!("this database holds something else, so the demo was not written into it");
    }
    Ok(is_here)
}

async fn write(database: &Database, clock: &dyn Clock) -> Result<(), DbErr> {
    let password_hash = hash().await?;
    let transaction = database.begin().await?;
    // Another process may have filled it while we hashed.
    if is_empty(&transaction).await? {
        partnership::write(&transaction, &password_hash, clock.now()).await?;
        transaction.commit().await?;
        tracing::info!("the demo was written into the empty database");
    }
    Ok(())
}

async fn is_empty(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    Ok(account::Entity::find().count(db).await? == 0)
}

async fn has_its_people(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    let addresses = PEOPLE.iter().map(|person| person.email);
    let here = account::Entity::find().filter(account::Column::EmailKey.is_in(addresses)).count(db).await?;
    Ok(usize::try_from(here) == Ok(PEOPLE.len()))
}

async fn hash() -> Result<String, DbErr> {
    accounts::hash_password(Password::known(PASSWORD.into()))
        .await
        .map_err(|error| DbErr::Custom(error.to_string()))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use bytes::Bytes;
    use uuid::Uuid;

    use super::*;
    use crate::boards::Kind;
    use crate::realtime::Document;

    #[test]
    fn what_is_written_straight_into_the_log_would_have_passed_the_gate() {
        let partners = [people::LIBRARY, people::SCHOOLS, people::CARE].map(|name| (name, Uuid::from_u128(7)));
        for (kind, payload) in [
            (Kind::Ambition, ambition::document()),
            (Kind::Canvas, canvas::document(&HashMap::from(partners))),
            (Kind::Roles, roles::document()),
            (Kind::Values, values::document()),
        ] {
            let mut document = Document::empty(kind.vocabulary());
            let applied = document.apply(Uuid::from_u128(1), &|_| None, &[Bytes::from(payload)]).unwrap();
            assert_eq!(format!("{:?}", applied.verdicts), "[Taken]", "{kind:?}");
            assert!(applied.change.is_some(), "{kind:?}");
        }
    }
}
