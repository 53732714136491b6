#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;

use super::*;

fn member(name: &str, identity: &Identity) -> Member {
    Member { name: name.into(), key: identity.to_public().to_string() }
}

fn now() -> DateTime<Utc> {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

#[test]
fn a_folder_without_a_vault_leaves_the_bytes_as_they_are() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(&*seal(&dir.path().join("a.ron"), b"(version: 1)").unwrap(), b"(version: 1)");
}

#[test]
fn every_member_can_open_what_is_sealed_and_nobody_else() {
    let (a, b, stranger) = (Identity::generate(), Identity::generate(), Identity::generate());
    let dir = tempfile::tempdir().unwrap();
    set_members(dir.path(), &[member("Åse", &a), member("Bo", &b)]).unwrap();
    let sealed = seal(&dir.path().join("a.ron"), "Jeg vil sove".as_bytes()).unwrap();
    assert!(is_sealed(&sealed) && !String::from_utf8_lossy(&sealed).contains("sove"));
    for one in [&a, &b] {
        assert_eq!(&**open_with(one, &sealed).unwrap(), "Jeg vil sove".as_bytes());
    }
    assert_eq!(open_with(&stranger, &sealed), Err(Sealed::ForOthers));
}

#[test]
fn versions_that_lie_deeper_are_sealed_to_the_same_people() {
    let a = Identity::generate();
    let dir = tempfile::tempdir().unwrap();
    set_members(dir.path(), &[member("Åse", &a)]).unwrap();
    let deep = dir.path().join(".versions/2026-12-01-abcd/x.ron");
    assert!(is_sealed(&seal(&deep, b"text").unwrap()));
}

#[cfg(unix)]
#[test]
fn a_link_into_a_folder_with_a_vault_leads_into_the_vault() {
    let a = Identity::generate();
    let (dir, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    set_members(dir.path(), &[member("Åse", &a)]).unwrap();
    fs::create_dir(dir.path().join("2026")).unwrap();
    let link = elsewhere.path().join("møder");
    std::os::unix::fs::symlink(dir.path().join("2026"), &link).unwrap();
    assert!(is_sealed(&seal(&link.join("a.ron"), b"text").unwrap()));
}

#[test]
fn the_list_of_members_is_read_back_as_it_was_set_and_its_heading_is_no_name() {
    let (a, b) = (Identity::generate(), Identity::generate());
    let members_set = [member("Åse Ø.", &a), member("", &b)];
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(members(dir.path()).unwrap(), None);
    set_members(dir.path(), &members_set).unwrap();
    assert_eq!(members(dir.path()).unwrap().unwrap(), members_set);
}

#[test]
fn a_list_with_something_that_is_no_key_is_an_error_and_never_an_open_folder() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join(FOLDER)).unwrap();
    fs::write(dir.path().join(FOLDER).join(RECIPIENTS), "age1nonsense\n").unwrap();
    assert!(matches!(seal(&dir.path().join("a.ron"), b"text"), Err(VaultError::NoKey(_))));
}

#[test]
fn a_vault_whose_list_is_gone_or_empty_is_never_taken_for_none() {
    let a = Identity::generate();
    let dir = tempfile::tempdir().unwrap();
    let (file, list) = (dir.path().join("a.ron"), dir.path().join(FOLDER).join(RECIPIENTS));
    set_members(dir.path(), &[member("Åse", &a)]).unwrap();
    fs::write(&file, seal(&file, b"text").unwrap()).unwrap();
    fs::write(&list, "# only a name\n").unwrap();
    assert!(matches!(seal(&file, b"text"), Err(VaultError::NoList)));
    fs::remove_file(&list).unwrap();
    assert!(matches!(seal(&file, b"text"), Err(VaultError::NoList)));
    fs::remove_dir_all(dir.path().join(FOLDER)).unwrap();
    assert!(matches!(seal(&file, b"text"), Err(VaultError::NoList)), "an encrypted file is not replaced in the clear");
    assert!(
        matches!(seal(&dir.path().join("new.ron"), b"text"), Err(VaultError::NoList)),
        "nor does one come beside it"
    );
    fs::remove_file(&file).unwrap();
    assert!(seal(&dir.path().join("new.ron"), b"text").is_ok(), "the folder has no vault any more");
}

#[test]
fn turned_off_every_file_is_as_it_was_and_there_is_no_vault() {
    let a = Identity::generate();
    let dir = tempfile::tempdir().unwrap();
    let (file, version) = (dir.path().join("a.ron"), dir.path().join(".versions/a/x.ron"));
    fs::create_dir_all(version.parent().unwrap()).unwrap();
    for path in [&file, &version] {
        fs::write(path, "(version: 1)").unwrap();
    }
    set_members(dir.path(), &[member("Åse", &a)]).unwrap();
    assert_eq!(renew(dir.path(), now()).unwrap(), []);
    keep(a);
    let held = disk::lock(&file, now()).unwrap();
    assert_eq!(turn_off(dir.path(), now()).unwrap().len(), 1, "a file somebody has open is left");
    assert!(members(dir.path()).unwrap().is_some() && status(dir.path()).unwrap().unfinished);
    drop(held);
    assert_eq!(turn_off(dir.path(), now()).unwrap(), []);
    assert_eq!(status(dir.path()).unwrap().plain.len(), 2);
    assert!(!dir.path().join(FOLDER).exists());
    forget();
    assert!(!is_unlocked());
}

#[test]
fn a_changed_byte_is_noticed() {
    let a = Identity::generate();
    let sealed = seal_to(&[member("Åse", &a)], &[b'x'; 500]).unwrap();
    let middle = sealed.len() - 120;
    let mut changed = sealed.clone();
    changed[middle] = if changed[middle] == b'A' { b'B' } else { b'A' };
    assert_eq!(open_with(&a, &changed), Err(Sealed::Damaged));
    assert_eq!(open_with(&a, &sealed[..sealed.len() / 2]), Err(Sealed::Damaged));
}

#[test]
fn a_key_opens_with_its_passphrase_only() {
    let sealed = {
        // A cheap lock, so that the test does not take a second of work.
        let mut recipient = age::scrypt::Recipient::new(SecretString::from("rigtig".to_owned()));
        recipient.set_work_factor(2);
        let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)).unwrap();
        armoured(encryptor, b"AGE-SECRET-KEY").unwrap()
    };
    let try_it = |word: &str| open_with(&age::scrypt::Identity::new(SecretString::from(word.to_owned())), &sealed);
    assert_eq!(&**try_it("rigtig").unwrap(), b"AGE-SECRET-KEY");
    assert_eq!(try_it("forkert"), Err(Sealed::WrongPassphrase));
}

#[test]
fn status_counts_what_is_sealed_and_names_what_is_not() {
    let a = Identity::generate();
    let dir = tempfile::tempdir().unwrap();
    let plain = dir.path().join("2026-01-01-a.ron");
    fs::write(&plain, "(version: 1)").unwrap();
    fs::create_dir(dir.path().join("examples")).unwrap();
    fs::write(dir.path().join("examples/x.ron"), "(version: 1)").unwrap();
    set_members(dir.path(), &[member("Åse", &a)]).unwrap();
    let before = status(dir.path()).unwrap();
    assert_eq!((before.sealed, before.plain, before.unfinished), (0, vec![plain.clone()], true));
    assert_eq!(renew(dir.path(), now()).unwrap(), []);
    let after = status(dir.path()).unwrap();
    assert_eq!((after.sealed, after.plain, after.unfinished), (1, vec![], false));
    assert_eq!(&**open_with(&a, &fs::read(&plain).unwrap()).unwrap(), b"(version: 1)");
}

#[test]
fn a_file_somebody_has_open_is_left_and_named() {
    let a = Identity::generate();
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("a.ron");
    fs::write(&file, "(version: 1)").unwrap();
    set_members(dir.path(), &[member("Åse", &a)]).unwrap();
    let held = disk::lock(&file, now()).unwrap();
    assert_eq!(renew(dir.path(), now()).unwrap().len(), 1);
    assert!(status(dir.path()).unwrap().unfinished);
    drop(held);
    assert_eq!(renew(dir.path(), now()).unwrap(), []);
}

proptest! {
    #[test]
    fn whatever_was_written_comes_back(plain in proptest::collection::vec(any::<u8>(), 0..3000)) {
        let a = Identity::generate();
        let sealed = seal_to(&[member("Åse", &a)], &plain).unwrap();
        prop_assert_eq!(&**open_with(&a, &sealed).unwrap(), &plain[..]);
    }

    #[test]
    fn no_bytes_are_too_strange_to_be_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let a = Identity::generate();
        let file = [HEAD, b"\n", &bytes].concat();
        prop_assert!(open_with(&a, &file).is_err());
    }
}

#[test]
fn how_the_folder_stands_for_this_user_is_told_apart() {
    let (a, b) = (Identity::generate(), Identity::generate());
    let all = [member("Åse", &a)];
    let (own, other) = (a.to_public().to_string(), b.to_public().to_string());
    assert_eq!(stands(&all, None, false, false), Standing::NoKey);
    assert_eq!(stands(&all, Some(&other), true, false), Standing::NotMember);
    assert_eq!(stands(&all, Some(&own), false, true), Standing::Locked);
    assert_eq!(stands(&all, Some(&own), true, true), Standing::Unfinished);
    assert_eq!(stands(&all, Some(&own), true, false), Standing::Open);
}

#[test]
fn a_folder_whose_list_cannot_be_read_is_neither_called_encrypted_nor_open() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(standing(dir.path()), Standing::Off);
    fs::create_dir(dir.path().join(FOLDER)).unwrap();
    fs::write(dir.path().join(FOLDER).join(RECIPIENTS), "age1nonsense\n").unwrap();
    assert_eq!(standing(dir.path()), Standing::Unknown);
}
