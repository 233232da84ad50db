//! Mails what people have not read, when it is time.
//!
//! When that is stands on each notification since it was told (`urgency.rs`), so nobody has to remember when the last
//! digest went out. All that is due for one person goes into one mail, and is marked in the transaction that queues it:
//! it is in one mail, whatever fails in between and however many servers look.

use std::collections::HashMap;
use std::time::Duration;

use sea_orm::DbErr;
use tokio::time::{MissedTickBehavior, interval};
use uuid::Uuid;

use super::store;
use super::telling::Words;
use super::unsubscribing::unsubscribe;
use super::wording::{self, Addresses, Told};
use crate::app::App;
use crate::entity::{account, notification};
use crate::mail;

/// How often it is looked whether something is due.
const LOOK: Duration = Duration::from_secs(2);
/// For how many people at a look.
const AT_ONCE: u64 = 100;

/// Mails what is due; never ends.
pub async fn mail_notifications(app: &App) {
    let mut look = interval(LOOK);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        look.tick().await;
        if let Err(error) = mail_due(app).await {
            tracing::warn!(error = &error as &dyn std::error::Error, "notifications cannot be mailed");
        }
    }
}

async fn mail_due(app: &App) -> Result<(), DbErr> {
    for account in store::accounts_due(app.database.reader(), app.clock.now(), AT_ONCE).await? {
        mail_to(app, account).await?;
    }
    Ok(())
}

async fn mail_to(app: &App, account: Uuid) -> Result<(), DbErr> {
    let now = app.clock.now();
    let transaction = app.database.begin().await?;
    let Some(account) = store::lock_account(&transaction, account).await? else { return Ok(()) };
    let due = store::due(&transaction, account.id, now).await?;
    store::mailed(&transaction, account.id, now).await?;
    if gets_mail(&account) && !due.is_empty() {
        let names = store::names(&transaction, &due).await?;
        let told = due.into_iter().map(|due| told(app, due, &names)).collect::<Vec<_>>();
        if let Some(unsubscribe) = unsubscribe(app, account.id, account.language) {
            let addresses = Addresses { list: app.config.public_url.page("/notifications"), unsubscribe };
            let letter = wording::letter(account.language, &account.name, &told, addresses);
            mail::queue(&transaction, &account.email, account.language, &letter, now).await?;
        }
    }
    transaction.commit().await
}

/// Who never began has a link with which they do, and finds everything then; who may not sign in reads nothing.
fn gets_mail(account: &account::Model) -> bool {
    account.password_hash.is_some() && account.deactivated_at.is_none() && account.suspended_at.is_none()
}

fn told(app: &App, due: notification::Model, names: &HashMap<Uuid, String>) -> Told {
    let words = Words::of(&due);
    Told {
        kind: due.kind,
        actor: due.actor_id.and_then(|actor| names.get(&actor).cloned()),
        partnership: words.partnership,
        title: words.title,
        address: app.config.public_url.page(&due.leads_to),
    }
}
