//! The roles of a partnership as its board describes them, for what people decide about them in their own names.
//!
//! They are read from the document, of which all is in the log, and not from the table `role`, which follows the log a
//! moment later. Between reading and deciding somebody may write. So whoever decides asks in their transaction whether
//! the log still ends where the roles were read ([`DescribedRoles::are_current`]); that locks the board as writing on it
//! does, and until the transaction ends the roles stay as they were read. The decision holds against the log, whichever
//! process wrote it and however far the tables are.

use sea_orm::sea_query::LockType;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait as _, QuerySelect as _};
use uuid::Uuid;
use yrs::Transact as _;

use super::kind::Kind;
use super::{content, store};
use crate::app::App;
use crate::entity::board;
use crate::partnerships::Membership;
use crate::realtime::{Document, ReadError};

/// The roles of a partnership, after one row of the log of their board.
#[derive(Clone, Debug)]
pub struct DescribedRoles {
    /// The board they stand on.
    pub board: Uuid,
    seq: i64,
    roles: Vec<DescribedRole>,
}

/// A role as the board describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescribedRole {
    /// Its key on the board.
    pub id: String,
    /// What it is called; it may have no name yet.
    pub title: String,
    /// For how many people there is room.
    pub seats_max: u8,
}

/// Why the roles could not be read.
#[derive(Debug, thiserror::Error)]
pub enum RolesError {
    /// The board cannot be loaded right now.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// The roles of the partnership that somebody is in, as they are at this moment.
pub async fn described_roles(app: &App, me: &Membership) -> Result<DescribedRoles, RolesError> {
    let boards = store::boards(app.database.reader(), me).await?;
    let is_it = |board: &board::Model| Kind::from_id(&board.kind) == Some(Kind::Roles);
    let board = boards.into_iter().find(is_it).ok_or(ReadError)?;
    let vocabulary = Kind::Roles.vocabulary();
    let (seq, roles) = app.rooms.read(board.id, vocabulary, |document, seq| (seq, roles_of(document))).await?;
    if seq >= board.last_seq {
        return Ok(DescribedRoles { board: board.id, seq, roles });
    }
    // Another process wrote on it, and the room of this one has not heard of that.
    let seq = board.last_seq;
    let roles = app.rooms.read_past(board.id, vocabulary, seq, roles_of).await.map_err(|_| ReadError)?;
    Ok(DescribedRoles { board: board.id, seq, roles })
}

impl DescribedRoles {
    /// The role with this key.
    pub fn role(&self, id: &str) -> Option<&DescribedRole> {
        self.roles.iter().find(|role| role.id == id)
    }

    /// Whether the board still describes them so. Until the transaction `db` ends, nobody writes on it.
    pub async fn are_current(&self, db: &impl ConnectionTrait) -> Result<bool, DbErr> {
        let board = board::Entity::find_by_id(self.board).lock(LockType::NoKeyUpdate).one(db).await?;
        Ok(board.is_some_and(|board| board.last_seq == self.seq))
    }
}

fn roles_of(document: &Document) -> Vec<DescribedRole> {
    let roles = content::entries(&document.doc().transact(), "roles", content::role);
    roles
        .into_iter()
        .map(|role| DescribedRole { id: role.id, title: role.title, seats_max: role.seats_max })
        .collect()
}
