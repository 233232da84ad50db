//! Which part of a list by name somebody wants, and where the next part begins.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use sea_orm::sea_query::{Expr, ExprTrait as _, LikeExpr};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use crate::entity::name_key;
use crate::error::{FieldError, Problem};

const DEFAULT_LIMIT: u64 = 50;
const LARGEST_LIMIT: u64 = 200;

/// A page, as it was asked for.
#[derive(Debug)]
pub(super) struct Page {
    /// What is looked for, in lower case.
    search: Option<String>,
    after: Option<Place>,
    limit: u64,
}

/// Where something stands in a list by name.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) name_key: String,
    pub(super) id: Uuid,
}

impl Page {
    /// # Errors
    /// `validation_failed`: the cursor is none of ours, or the limit is out of range.
    pub(super) fn read(search: Option<&str>, cursor: Option<&str>, limit: Option<u64>) -> Result<Self, Problem> {
        let refused = |field, code| Problem::validation_failed(vec![FieldError { field, code }]);
        let limit = limit.unwrap_or(DEFAULT_LIMIT);
        if !(1..=LARGEST_LIMIT).contains(&limit) {
            return Err(refused("limit", "out_of_range"));
        }
        let after = cursor.map(|cursor| Place::decode(cursor).ok_or_else(|| refused("cursor", "invalid")));
        let search = search.map(|search| name_key(search.trim())).filter(|search| !search.is_empty());
        Ok(Self { search, after: after.transpose()?, limit })
    }

    /// One more than the page holds: whether there is it says whether there is another page.
    pub(super) fn rows(&self) -> u64 {
        self.limit + 1
    }

    /// What stands on it or later, in the order of `name_key` and `id`.
    pub(super) fn follows<C: ColumnTrait>(&self, key: C, id: C) -> Condition {
        let Some(place) = &self.after else { return Condition::all() };
        let name = place.name_key.as_str();
        // The first part says no more than the second, in a way for which an index can be used.
        let is_later = Condition::any().add(key.gt(name)).add(id.gt(place.id));
        Condition::all().add(key.gte(name)).add(is_later)
    }

    /// What has the words that are looked for in one of these columns, which are in lower case.
    pub(super) fn matches<C: ColumnTrait>(&self, columns: &[C]) -> Condition {
        let Some(search) = &self.search else { return Condition::all() };
        let escaped = search.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        columns.iter().fold(Condition::any(), |any, column| {
            any.add(Expr::col(column.as_column_ref()).like(LikeExpr::new(format!("%{escaped}%")).escape('\\')))
        })
    }

    /// The rows of this page, and where the next one begins.
    pub(super) fn cut<T>(&self, mut rows: Vec<T>, place: impl Fn(&T) -> Place) -> (Vec<T>, Option<String>) {
        let size = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let there_is_more = rows.len() > size;
        rows.truncate(size);
        let next = rows.last().filter(|_| there_is_more).map(|last| place(last).encode());
        (rows, next)
    }
}

impl Place {
    fn encode(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode([self.id.as_bytes().as_slice(), self.name_key.as_bytes()].concat())
    }

    fn decode(cursor: &str) -> Option<Self> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let (id, name_key) = bytes.split_at_checked(16)?;
        // PostgreSQL takes no text with a zero in it.
        let name_key = String::from_utf8(name_key.to_vec()).ok().filter(|key| !key.contains('\0'))?;
        Some(Self { id: Uuid::from_slice(id).ok()?, name_key })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_as_it_was_written_and_nothing_else_is_one() {
        let place = Place { name_key: "zoë".into(), id: Uuid::from_u128(7) };
        assert_eq!(Place::decode(&place.encode()), Some(place));
        let with_zero = Place { name_key: "a\0".into(), id: Uuid::nil() }.encode();
        for foreign in ["", "42", "AAAA", "é", with_zero.as_str()] {
            assert_eq!(Place::decode(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn only_a_full_page_with_more_behind_it_has_a_next_one() {
        let place = |number: &u128| Place { name_key: String::new(), id: Uuid::from_u128(*number) };
        let page = Page::read(None, None, Some(2)).unwrap();
        assert_eq!(page.cut(vec![1, 2], place), (vec![1, 2], None));
        let (rows, next) = page.cut(vec![1, 2, 3], place);
        assert_eq!((rows, next), (vec![1, 2], Some(place(&2).encode())));
        for limit in [0, 201] {
            assert!(Page::read(None, None, Some(limit)).is_err());
        }
    }
}
