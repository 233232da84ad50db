//! What comes of each row of a list of people, and inviting them.

use sea_orm::{ConnectionTrait, DbErr};
use serde_json::json;
use uuid::Uuid;

use super::api::AccountImportRow;
use crate::accounts::{self, EmailAddress, Invitee};
use crate::app::App;
use crate::audit::Chain;
use crate::organisations::deeds::Clerk;
use crate::organisations::error::OrganisationError;
use crate::organisations::people::store;
use crate::organisations::store as organisations;

/// Says of each row whether its person has an account, here or elsewhere. It is not told where.
pub(super) async fn compare(
    db: &impl ConnectionTrait,
    organisation: Uuid,
    rows: &mut [AccountImportRow],
) -> Result<(), DbErr> {
    let key = |row: &AccountImportRow| EmailAddress::parse(&row.email).map(|address| address.key());
    let keys: Vec<String> = rows.iter().filter_map(key).collect();
    let known = store::known_addresses(db, &keys).await?;
    for row in rows.iter_mut().filter(|row| row.problem.is_none()) {
        match key(row).and_then(|key| known.get(&key)) {
            Some(whose) if *whose == Some(organisation) => row.already_here = true,
            Some(_) => row.problem = Some("address_elsewhere"),
            None => {}
        }
    }
    Ok(())
}

/// Invites everybody who is not here yet, or nobody, and says how many that were.
pub(super) async fn invite(
    app: &App,
    clerk: &Clerk,
    organisation: Uuid,
    rows: &mut [AccountImportRow],
) -> Result<usize, OrganisationError> {
    let transaction = app.database.begin().await?;
    let organisation = organisations::lock(&transaction, organisation).await?.ok_or(OrganisationError::NotFound)?;
    compare(&transaction, organisation.id, rows).await?;
    let bad = rows.iter().filter(|row| row.problem.is_some()).count();
    if bad > 0 {
        return Err(OrganisationError::Rows(bad));
    }
    let mut invited = Vec::new();
    for invitee in rows.iter().filter(|row| !row.already_here).filter_map(|row| invitee(row, organisation.id)) {
        invited.push(accounts::invite(app, &transaction, invitee, &organisation.name).await?);
    }
    if invited.is_empty() {
        return Ok(0);
    }
    let (chain, data) = (Chain::Organisation(organisation.id), json!({ "accounts": invited }));
    clerk.record(app, &transaction, chain, "accounts.invited", organisation.id, data).await?;
    transaction.commit().await?;
    Ok(invited.len())
}

fn invitee(row: &AccountImportRow, organisation: Uuid) -> Option<Invitee> {
    Some(Invitee {
        organisation_id: Some(organisation),
        email: EmailAddress::parse(&row.email)?,
        name: accounts::name(&row.name)?,
        language: row.language,
        organisation_admin: row.organisation_admin,
    })
}
