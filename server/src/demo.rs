//! The demo: one believable partnership, for whoever wants to look around before there is anything of their own.
//!
//! It is written once, into a database without accounts, and never over anything. What is on its boards is written as
//! somebody would have written it: as the first row of each board's log.

mod ambition;
mod canvas;
mod partnership;
mod people;
mod roles;
mod writing;

use sea_orm::{ConnectionTrait, DbErr, EntityTrait as _, PaginatorTrait as _};

pub(crate) use self::people::{PASSWORD, PEOPLE, Part};
use crate::accounts::{self, Password};
use crate::app::App;
use crate::entity::account;

/// Fills an empty database.
pub async fn fill(app: &App) -> Result<(), DbErr> {
    if !is_empty(app.database.reader()).await? {
        return Ok(());
    }
    let password_hash = hash().await?;
    let transaction = app.database.begin().await?;
    // Another process may have filled it while we hashed.
    if is_empty(&transaction).await? {
        partnership::write(&transaction, &password_hash, app.clock.now()).await?;
        transaction.commit().await?;
        tracing::info!("the demo was written into the empty database");
    }
    Ok(())
}

async fn is_empty(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    Ok(account::Entity::find().count(db).await? == 0)
}

async fn hash() -> Result<String, DbErr> {
    let password = Password::choose(PASSWORD.into());
    let password = password.ok_or_else(|| DbErr::Custom("the password of the demo is too short".into()))?;
    accounts::hash_password(password).await.map_err(|error| DbErr::Custom(error.to_string()))
}
