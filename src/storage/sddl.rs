//! The access list of a Windows file or folder as Windows writes it (SDDL): `D:PAI(A;OICI;FA;;;BA)…`. Each entry names what
//! it does, whom it is inherited by, what is allowed, two things that files do not have, and who is meant.

/// The groups that everybody with an account belongs to, as letters or as the number that ends an account's own.
const EVERYBODY: &[&str] = &["WD", "AU", "BU", "IU", "AN", "BG", "LG", "DU", "DG"];
const EVERYBODY_BY_NUMBER: &[&str] = &["S-1-1-0", "S-1-5-11", "S-1-5-32-545", "S-1-5-4", "S-1-5-7", "S-1-5-32-546"];
/// The users and guests of a domain: the last part of a number that names the domain first.
const EVERYBODY_OF_A_DOMAIN: &[&str] = &["-513", "-514"];

/// Rights that let somebody read what is in a file, or list a folder, as letters.
const READING: &[&str] = &["GA", "GR", "FA", "FR", "CC"];
/// The same as bits: to read, to read in general, to do all.
const READING_BITS: u32 = 0x0000_0001 | 0x8000_0000 | 0x1000_0000;

/// A list that allows all to everybody, because there is none.
const NO_LIST: &str = "NO_ACCESS_CONTROL";

/// Whether everybody with an account may read what has this list.
pub fn is_open_to_others(list: &str) -> bool {
    list.contains(NO_LIST) || entries(list).any(opens)
}

/// Whether nothing is inherited from the folder above.
pub fn is_protected(list: &str) -> bool {
    let flags = list.trim_start_matches("D:").split('(').next().unwrap_or_default();
    // `AR` and `AI` hold no P.
    flags.contains('P')
}

/// Whether there is no list at all, which allows all to everybody.
pub fn is_missing(list: &str) -> bool {
    list.contains(NO_LIST)
}

/// A list that lets a user do all, and the system and its administrators, whom nothing is barred to anyway. What is made
/// in a folder that has it has it, too.
pub fn of_user_alone(user: &str) -> String {
    [user, "SY", "BA"].iter().fold("D:P".to_owned(), |list, who| format!("{list}(A;OICI;FA;;;{who})"))
}

fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.split('(').skip(1).filter_map(|entry| entry.split(')').next())
}

fn opens(entry: &str) -> bool {
    let parts: Vec<&str> = entry.split(';').collect();
    let &[what, _, rights, _, _, who, ..] = parts.as_slice() else { return false };
    what == "A" && is_everybody(who) && lets_read(rights)
}

fn is_everybody(who: &str) -> bool {
    let of_a_domain = || who.starts_with("S-1-5-21-") && EVERYBODY_OF_A_DOMAIN.iter().any(|end| who.ends_with(end));
    EVERYBODY.contains(&who) || EVERYBODY_BY_NUMBER.contains(&who) || of_a_domain()
}

fn lets_read(rights: &str) -> bool {
    if let Some(bits) = rights.strip_prefix("0x") {
        return u32::from_str_radix(bits, 16).is_ok_and(|bits| bits & READING_BITS != 0);
    }
    rights.as_bytes().chunks(2).any(|pair| READING.iter().any(|right| right.as_bytes() == pair))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder in a user's profile: the user, the system, the administrators.
    const PROFILE: &str = "D:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIID;FA;;;S-1-5-21-1-2-3-1001)";
    /// A folder that was made in the root of a disk.
    const ROOT: &str = "D:AI(A;OICIID;FA;;;BA)(A;OICIID;FA;;;SY)(A;OICIID;0x1200a9;;;BU)(A;ID;0x1301bf;;;AU)(A;OICIIOID;SDGXGWGR;;;AU)";

    #[test]
    fn a_folder_in_the_profile_is_not_open_to_others() {
        assert!(!is_open_to_others(PROFILE));
    }

    #[test]
    fn a_folder_in_the_root_of_a_disk_is_open_to_others() {
        assert!(is_open_to_others(ROOT));
    }

    #[test]
    fn a_group_of_colleagues_is_not_everybody() {
        assert!(!is_open_to_others("D:P(A;OICI;FA;;;BA)(A;OICI;0x1301bf;;;S-1-5-21-1-2-3-7513)"));
    }

    #[test]
    fn all_users_of_the_domain_are_everybody() {
        assert!(is_open_to_others("D:(A;;FR;;;S-1-5-21-1-2-3-513)"));
        assert!(is_open_to_others("D:(A;;FR;;;DU)"));
    }

    #[test]
    fn no_list_is_open_to_everybody_and_an_empty_one_to_nobody() {
        assert!(is_open_to_others("D:NO_ACCESS_CONTROL") && is_missing("D:NO_ACCESS_CONTROL"));
        assert!(!is_open_to_others("D:") && !is_open_to_others("D:P"));
    }

    #[test]
    fn who_may_only_pass_through_or_is_refused_opens_nothing() {
        assert!(!is_open_to_others("D:(A;;0x100020;;;BU)(D;;FA;;;WD)(A;;WPRC;;;AU)"));
    }

    #[test]
    fn the_list_of_the_user_alone_is_protected_and_not_open() {
        let list = of_user_alone("S-1-5-21-1-2-3-1001");
        assert!(is_protected(&list) && !is_open_to_others(&list));
        assert!(!is_protected(PROFILE) && !is_protected(ROOT));
    }

    #[test]
    fn what_is_no_list_is_open_to_nobody() {
        for text in ["", "(", ")", "D:(A", "D:(A;;;;;)", "D:(A;;0x;;;WD)", "D:(A;;æø;;;WD)"] {
            assert!(!is_open_to_others(text), "{text}");
        }
    }
}
