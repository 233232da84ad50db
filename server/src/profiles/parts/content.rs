//! What the parts of a profile say.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::entity::profile_part::Part;
use crate::matching::fit::Strength;
use crate::profiles::error::ProfileError;
use crate::prose;

/// The most there can be of each, and the longest, in characters.
const MOST_QUALITIES: usize = 12;
const MOST_DRIVES: usize = 12;
const MOST_EXPERTISE: usize = 20;
pub(in crate::profiles) const LONGEST_NAME: usize = 100;
const LONGEST_WORDS: usize = 200;
const LONGEST_LEARNING: usize = 2000;

/// What one part of a profile says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "part", rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = ProfileContent)]
pub(super) enum Content {
    /// What they are good at by nature.
    Qualities {
        /// At most twelve, each once.
        qualities: Vec<OwnQuality>,
    },
    /// What they do it for.
    Drives {
        /// Ids in a page's library or own words of at most 100 characters: at most twelve, each once, the strongest first.
        drives: Vec<String>,
    },
    /// What they know.
    Expertise {
        /// At most twenty lines of at most 100 characters, each once.
        expertise: Vec<String>,
    },
    /// What they want to learn.
    Learning {
        /// At most 2000 characters; may be empty.
        learning: String,
    },
}

/// A core quality that somebody has by their own account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnQuality {
    /// Its id in a page's library, or own words of at most 100 characters.
    quality: String,
    /// From 1, somewhat, to 3, very much.
    #[schema(minimum = 1, maximum = 3)]
    strength: u8,
    /// Too much of it, in own words of at most 200 characters; null when what the library says will do.
    #[serde(default)]
    pitfall: Option<String>,
    /// The positive opposite of the pitfall.
    #[serde(default)]
    challenge: Option<String>,
    /// Too much of the challenge.
    #[serde(default)]
    allergy: Option<String>,
}

impl Content {
    /// Which part it is.
    pub(super) fn part(&self) -> Part {
        match self {
            Self::Qualities { .. } => Part::Qualities,
            Self::Drives { .. } => Part::Drives,
            Self::Expertise { .. } => Part::Expertise,
            Self::Learning { .. } => Part::Learning,
        }
    }

    /// As it is kept.
    pub(super) fn read(&self) -> Result<Self, ProfileError> {
        match self {
            Self::Qualities { qualities } => {
                let read = qualities.iter().map(OwnQuality::read).collect::<Result<Vec<_>, _>>()?;
                let names = read.iter().map(|quality| quality.quality.as_str());
                few("qualities", names, MOST_QUALITIES)?;
                Ok(Self::Qualities { qualities: read })
            }
            Self::Drives { drives } => Ok(Self::Drives { drives: lines("drives", drives, MOST_DRIVES)? }),
            Self::Expertise { expertise } => {
                Ok(Self::Expertise { expertise: lines("expertise", expertise, MOST_EXPERTISE)? })
            }
            Self::Learning { learning } => {
                let learning = prose::none_or_sentences(learning, LONGEST_LEARNING);
                Ok(Self::Learning { learning: learning.map_err(|code| ProfileError::refused("learning", code))? })
            }
        }
    }
}

impl OwnQuality {
    /// Its name, and how strong it is before anybody recognised it.
    pub(super) fn strength(self) -> (String, Strength) {
        (self.quality, Strength { own: self.strength, recognitions: 0 })
    }

    fn read(&self) -> Result<Self, ProfileError> {
        let words = |of: &Option<String>| match of.as_deref().map(|given| prose::line(given, LONGEST_WORDS)) {
            None | Some(Err("required")) => Ok(None),
            Some(Ok(words)) => Ok(Some(words)),
            Some(Err(code)) => Err(ProfileError::refused("qualities", code)),
        };
        if !(1..=3).contains(&self.strength) {
            return Err(ProfileError::refused("qualities", "out_of_range"));
        }
        Ok(Self {
            quality: name("qualities", &self.quality)?,
            strength: self.strength,
            pitfall: words(&self.pitfall)?,
            challenge: words(&self.challenge)?,
            allergy: words(&self.allergy)?,
        })
    }
}

fn lines(field: &'static str, given: &[String], most: usize) -> Result<Vec<String>, ProfileError> {
    let read = given.iter().map(|given| name(field, given)).collect::<Result<Vec<_>, _>>()?;
    few(field, read.iter().map(String::as_str), most)?;
    Ok(read)
}

fn name(field: &'static str, given: &str) -> Result<String, ProfileError> {
    prose::line(given, LONGEST_NAME).map_err(|code| ProfileError::refused(field, code))
}

/// Not too many, and each once.
fn few<'a>(
    field: &'static str,
    names: impl ExactSizeIterator<Item = &'a str>,
    most: usize,
) -> Result<(), ProfileError> {
    if names.len() > most {
        return Err(ProfileError::refused(field, "too_many"));
    }
    let mut seen = BTreeSet::new();
    if names.map(str::to_lowercase).all(|name| seen.insert(name)) {
        Ok(())
    } else {
        Err(ProfileError::refused(field, "twice"))
    }
}
