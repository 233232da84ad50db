//! A database of a test's own.

use sea_orm::{ConnectionTrait as _, Database};
use tempfile::TempDir;
use tokio::sync::OnceCell;

use crate::{environment, server};

/// A database that is there as long as this value, and a folder for the mail of its server.
#[derive(Debug)]
pub struct TestDatabase {
    url: String,
    mail: TempDir,
    kept: Kept,
}

#[derive(Debug)]
enum Kept {
    Sqlite { _folder: TempDir },
    Postgres { server: String, name: String },
}

impl TestDatabase {
    /// One filled with the demo.
    pub async fn demo() -> Self {
        static TEMPLATE: OnceCell<Template> = OnceCell::const_new();
        match TEMPLATE.get_or_init(Template::make).await {
            Template::Sqlite(bytes) => {
                let copy = Self::sqlite();
                std::fs::write(file(&copy.url), bytes).expect("a temporary file can be written");
                copy
            }
            Template::Postgres(server, name) => {
                Self::postgres(server, &format!("TEMPLATE {name} STRATEGY FILE_COPY")).await
            }
        }
    }

    /// One with nothing in it, not even tables.
    pub async fn empty() -> Self {
        match environment::postgres() {
            Some(server) => Self::postgres(&server, "").await,
            None => Self::sqlite(),
        }
    }

    /// Where it is, as `SAMENSPEL_DATABASE_URL`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Where its server puts mail.
    pub(crate) fn mail_folder(&self) -> String {
        self.mail.path().display().to_string()
    }

    fn sqlite() -> Self {
        let folder = TempDir::with_prefix("samenspel-test-").expect("a temporary folder");
        Self {
            url: format!("sqlite:{}/samenspel.db", folder.path().display()),
            mail: mail_folder(),
            kept: Kept::Sqlite { _folder: folder },
        }
    }

    async fn postgres(server: &str, options: &str) -> Self {
        // Two copies of one template at the same time are refused, so copying takes turns.
        static TURN: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
        let name = format!("test_{}", samenspel::ids::unordered().simple());
        {
            let _turn = TURN.lock().await;
            run(server, &format!("CREATE DATABASE {name} {options}")).await;
        }
        let mut url = url::Url::parse(server).expect("SAMENSPEL_TEST_POSTGRES is an address");
        url.set_path(&name);
        Self { url: url.into(), mail: mail_folder(), kept: Kept::Postgres { server: server.to_owned(), name } }
    }
}

/// A database with the demo in it, of which every test gets a copy. Made once a process.
#[derive(Debug)]
enum Template {
    Sqlite(Vec<u8>),
    Postgres(String, String),
}

impl Template {
    async fn make() -> Self {
        let database = TestDatabase::empty().await;
        server::fill(&database).await;
        match &database.kept {
            Kept::Sqlite { .. } => Self::Sqlite(whole_copy(&database).await),
            Kept::Postgres { server, name } => {
                let template = Self::Postgres(server.clone(), name.clone());
                // It goes with the throw-away server it is on.
                std::mem::forget(database);
                template
            }
        }
    }
}

impl Drop for TestDatabase {
    /// Hundreds of databases would fill the disk.
    fn drop(&mut self) {
        let Kept::Postgres { server, name } = &self.kept else { return };
        let (server, statement) = (server.clone(), format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime").block_on(run(&server, &statement));
        });
        let _ = dropping.join();
    }
}

/// What is in a database of SQLite, in one file: its own file alone may be in the middle of taking over what stands beside
/// it, as the last connection of a server that just ended does.
async fn whole_copy(database: &TestDatabase) -> Vec<u8> {
    let copy = format!("{}.copy", file(&database.url));
    run(&database.url, &format!("VACUUM INTO '{copy}'")).await;
    std::fs::read(copy).expect("the template is there")
}

async fn run(server: &str, statement: &str) {
    let connection = Database::connect(server).await.expect("the database answers");
    connection.execute_unprepared(statement).await.unwrap_or_else(|error| panic!("{statement}: {error}"));
    connection.close().await.expect("a connection can be closed");
}

fn mail_folder() -> TempDir {
    TempDir::with_prefix("samenspel-mail-").expect("a temporary folder")
}

fn file(url: &str) -> &str {
    url.trim_start_matches("sqlite:")
}
