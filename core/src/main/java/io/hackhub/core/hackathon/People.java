package io.hackhub.core.hackathon;

import io.hackhub.core.access.Grant;
import io.hackhub.core.shared.JsonSerializable;
import io.hackhub.core.shared.UserId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Who works for a hackathon: its staff, and the owners and admins of its organization, who count as organizers.
record People(long managersVersion, List<Manager> managers, List<Staff> staff) implements JsonSerializable {

    People {
        managers = List.copyOf(managers);
        staff = List.copyOf(staff);
    }

    List<StaffRole> roles(UserId user) {
        return staff.stream()
                .filter(member -> member.user().equals(user))
                .findFirst()
                .map(Staff::roles)
                .orElse(List.of());
    }

    boolean manages(UserId user) {
        return managers.stream().anyMatch(manager -> manager.user().equals(user));
    }

    boolean works(UserId user) {
        return manages(user) || !roles(user).isEmpty();
    }

    Set<Grant> grants(UserId user) {
        var grants = EnumSet.noneOf(Grant.class);
        roles(user).forEach(role -> grants.add(role.grant()));
        managers.stream().filter(manager -> manager.user().equals(user)).forEach(manager -> {
            grants.add(manager.role());
            grants.add(Grant.ORGANIZER);
        });
        return grants;
    }

    List<UserId> with(StaffRole role) {
        var members =
                staff.stream().filter(member -> member.roles().contains(role)).map(Staff::user);
        return role == StaffRole.ORGANIZER
                ? Stream.concat(managers.stream().map(Manager::user), members)
                        .distinct()
                        .toList()
                : members.toList();
    }

    People managedBy(long version, List<Manager> now) {
        return new People(version, now, staff);
    }

    People staffed(UserId user, List<StaffRole> roles) {
        var others = staff.stream().filter(member -> !member.user().equals(user));
        var changed = roles.isEmpty() ? Stream.<Staff>empty() : Stream.of(new Staff(user, roles));
        return new People(
                managersVersion, managers, Stream.concat(others, changed).toList());
    }
}
