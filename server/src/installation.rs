//! What this installation is: what the web app asks before anybody is signed in.

use actix_web::get;
use actix_web::web::{Data, Json};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::demo::{self, Part};
use crate::error::Problem;
use crate::{accounts, boards};

/// This installation.
#[derive(Serialize, ToSchema)]
pub(crate) struct Installation {
    #[schema(example = "0.1.0")]
    version: &'static str,
    /// The version of what boards may hold. A page that knows another one must be loaded again.
    vocabulary: u32,
    /// Whether nobody administers it yet.
    needs_first_admin: bool,
    /// The accounts that anybody may use, where this is a demo.
    #[schema(required)]
    demo: Option<Demo>,
}

/// The accounts of a demo.
#[derive(Serialize, ToSchema)]
struct Demo {
    /// The password of all of them.
    password: &'static str,
    accounts: Vec<DemoAccount>,
}

/// An account that anybody may use.
#[derive(Serialize, ToSchema)]
struct DemoAccount {
    email: &'static str,
    name: &'static str,
    #[schema(required)]
    organisation: Option<&'static str>,
    role: DemoRole,
}

/// What a demo account may do.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum DemoRole {
    PlatformAdmin,
    OrganisationAdmin,
    Lead,
    Member,
    Observer,
}

/// What is this installation?
#[utoipa::path(tag = "installation", responses(
    (status = 200, description = "Its version, and what a page needs to know before anybody is signed in", body = Installation),
))]
#[get("/installation")]
pub(crate) async fn installation(app: Data<App>) -> Result<Json<Installation>, Problem> {
    Ok(Json(Installation {
        version: env!("CARGO_PKG_VERSION"),
        vocabulary: boards::VOCABULARY_VERSION,
        needs_first_admin: accounts::needs_first_admin(app.database.reader()).await?,
        demo: app.demo.then(demo),
    }))
}

fn demo() -> Demo {
    let accounts = demo::PEOPLE.iter().map(|person| DemoAccount {
        email: person.email,
        name: person.name,
        organisation: person.organisation,
        role: match person.part {
            Part::PlatformAdmin => DemoRole::PlatformAdmin,
            Part::OrganisationAdmin => DemoRole::OrganisationAdmin,
            Part::Lead => DemoRole::Lead,
            Part::Member => DemoRole::Member,
            Part::Observer => DemoRole::Observer,
        },
    });
    Demo { password: demo::PASSWORD, accounts: accounts.collect() }
}
