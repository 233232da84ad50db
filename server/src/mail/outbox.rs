//! The mail of a demo, for whoever tries it out: nobody there has a mailbox.

use actix_web::get;
use actix_web::web::{Data, Json};
use serde::Serialize;
use utoipa::ToSchema;

use super::folder::{self, Filed};
use crate::app::App;
use crate::config::Delivery;
use crate::error::Problem;

/// How many mails are shown.
const SHOWN: usize = 100;

/// The newest mails.
#[derive(Serialize, ToSchema)]
pub(super) struct Outbox {
    items: Vec<Filed>,
    /// Always null: older mails are not shown.
    #[schema(required)]
    next: Option<String>,
}

/// The mail that was written in this demo, the newest first.
#[utoipa::path(tag = "installation", responses(
    (status = 200, description = "The newest hundred", body = Outbox),
    (status = 404, description = "`not_found`: this is no demo, or its mail is really sent", body = Problem),
))]
#[get("/outbox")]
pub(super) async fn outbox(app: Data<App>) -> Result<Json<Outbox>, Problem> {
    let Delivery::Folder(path) = &app.config.mail.delivery else { return Err(Problem::not_found()) };
    if !app.demo {
        return Err(Problem::not_found());
    }
    let items = folder::newest(path, SHOWN).await.map_err(|error| {
        tracing::error!(error = &error as &dyn std::error::Error, "the folder of mail cannot be read");
        Problem::internal()
    })?;
    Ok(Json(Outbox { items, next: None }))
}
