//! Whether the process is there, and whether it can do its work.

use actix_web::{HttpResponse, get, web};

use crate::app::App;
use crate::error::Problem;

/// The process answers.
#[utoipa::path(tag = "installation", responses((status = 200, description = "The process is there")))]
#[get("/health/live")]
pub(crate) async fn live() -> HttpResponse {
    HttpResponse::Ok().body("ok\n")
}

/// The process can do its work: the database answers and it is not stopping.
#[utoipa::path(tag = "installation", responses(
    (status = 200, description = "Ready for requests"),
    (status = 503, description = "Stopping, or the database does not answer", body = Problem),
))]
#[get("/health/ready")]
pub(crate) async fn ready(app: web::Data<App>) -> Result<HttpResponse, Problem> {
    if app.rooms.is_stopping() {
        return Err(Problem::unavailable());
    }
    app.database.ping().await.map_err(|_| Problem::unavailable())?;
    Ok(HttpResponse::Ok().body("ok\n"))
}
