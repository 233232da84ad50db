//! The first administrator: made by whoever has the one-time link that the server printed where only its operator
//! looks. There is no default password.

use chrono::TimeDelta;
use sea_orm::{ConnectionTrait, DbErr};

use super::api::NewAdmin;
use super::client::Client;
use super::error::AccountError;
use super::sessions::{self, Grant};
use super::{password, store};
use crate::app::App;
use crate::clock::Clock;
use crate::config::PublicUrl;
use crate::database::Database;
use crate::entity::account::Language;
use crate::entity::{account, name_key, setup_token};
use crate::ids;

const LINK_LIFE: TimeDelta = TimeDelta::hours(1);

/// Prints the one-time link while there is no administrator.
pub async fn announce_setup(app: &App) -> Result<(), DbErr> {
    if let Some(link) = new_setup_link(&app.database, app.clock.as_ref(), &app.config.public_url).await? {
        #[allow(
            clippy::print_stdout,
            reason = "logs are kept and passed on; the link is for who started the server"
        )]
        {
            println!("There is no administrator yet. Make the first one within an hour, once:\n\n  {link}\n");
        }
    }
    Ok(())
}

/// A new one-time link, in place of the last one, or none when there is an administrator.
pub async fn new_setup_link(
    database: &Database,
    clock: &dyn Clock,
    public_url: &PublicUrl,
) -> Result<Option<String>, DbErr> {
    let transaction = database.begin().await?;
    store::take_setup_tokens(&transaction).await?;
    if store::has_platform_admin(&transaction).await? {
        transaction.commit().await?;
        return Ok(None);
    }
    let secret = ids::token();
    store::add_setup_token(&transaction, ids::fingerprint(&secret), clock.now() + LINK_LIFE).await?;
    transaction.commit().await?;
    // What follows # is not sent to a server, and so is in no log.
    Ok(Some(format!("{}#{secret}", public_url.page("/setup"))))
}

/// Whether nobody administers this installation yet.
pub async fn needs_first_admin(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    Ok(!store::has_platform_admin(db).await?)
}

/// Makes the first administrator and signs them in. Of two who use the link at once, one succeeds.
pub(super) async fn create(app: &App, admin: NewAdmin, client: &Client) -> Result<Grant, AccountError> {
    // Looked up before hashing, so that nobody without a link makes us hash.
    let tokens = store::setup_tokens(app.database.reader()).await?;
    admit(app, app.database.reader(), &tokens, &admin.token).await?;
    let hash = password::hash(admin.password).await?;
    let transaction = app.database.begin().await?;
    let tokens = store::take_setup_tokens(&transaction).await?;
    admit(app, &transaction, &tokens, &admin.token).await?;
    let account = account::Model {
        id: ids::ordered(),
        organisation_id: None,
        email: admin.email.as_str().to_owned(),
        email_key: admin.email.key(),
        name_key: name_key(&admin.name),
        name: admin.name,
        password_hash: Some(hash),
        platform_admin: true,
        organisation_admin: false,
        deactivated_at: None,
        created_at: app.clock.now(),
        language: Language::default(),
        verified_at: None,
        suspended_at: None,
    };
    store::add_account(&transaction, account.clone().into()).await.map_err(AccountError::taken)?;
    let grant = sessions::open(app, &transaction, account, client).await?;
    transaction.commit().await?;
    Ok(grant)
}

async fn admit(
    app: &App,
    db: &impl ConnectionTrait,
    tokens: &[setup_token::Model],
    secret: &str,
) -> Result<(), AccountError> {
    if store::has_platform_admin(db).await? {
        return Err(AccountError::AdminExists);
    }
    let hash = ids::fingerprint(secret);
    let now = app.clock.now();
    let is_known = tokens.iter().any(|token| token.hash == hash && token.expires_at > now);
    if is_known { Ok(()) } else { Err(AccountError::UnknownSetupLink) }
}
