// @ts-check
/**
 * The shapes of the REST contract.
 *
 * @typedef {{id: string, username: string, fullName: string, bio?: string, avatarUrl?: string, skills?: string[]}} Card
 * @typedef {Card & {email: string, role: "USER" | "ADMIN", emailVerified: boolean}} User
 * @typedef {{id: string, name: string, slug: string}} OrganizationRef
 * @typedef {{status: "REGISTERED" | "WAITLISTED" | "CANCELLED" | "CHECKED_IN", position?: number}} Standing
 * @typedef {"ORGANIZER" | "JUDGE" | "MENTOR" | "CHECKIN"} Role
 * @typedef {{registration: Standing | null, teamId: string | null, roles: Role[]}} Me
 * @typedef {{key: string, name: string, weight: number, min: number, max: number, optional?: boolean}} Criterion
 * @typedef {{amount: number, currency: string}} Money
 * @typedef {{id?: string, name: string, amount?: Money, rank?: number}} Prize
 * @typedef {"DRAFT" | "PUBLISHED" | "REGISTRATION_OPEN" | "REGISTRATION_CLOSED" | "ACTIVE" | "JUDGING" | "COMPLETED" | "CANCELLED"} Status
 *
 * @typedef {object} Hackathon
 * @property {string} id
 * @property {string} slug
 * @property {string} title
 * @property {string} description
 * @property {string} [theme]
 * @property {string} difficulty
 * @property {Status} status
 * @property {boolean} featured
 * @property {OrganizationRef} [organization]
 * @property {{registered: number, waitlisted: number, teams: number}} counts
 * @property {string} registrationStart
 * @property {string} registrationEnd
 * @property {string} startDate
 * @property {string} endDate
 * @property {number} [graceMinutes]
 * @property {string} timeZone
 * @property {number} [maxParticipants]
 * @property {{min: number, max: number}} teamSize
 * @property {Prize[]} prizes
 * @property {{skills?: string[]}} requirements
 * @property {Record<string, any>} resources
 * @property {string} [rules]
 * @property {Criterion[]} judgingCriteria
 * @property {{id: string, name: string}[]} [tracks]
 * @property {string} [leaderboardVisibility]
 * @property {string} [freezeAt]
 * @property {Me} [me]
 *
 * @typedef {{user: Card, role: "LEADER" | "MEMBER" | "MENTOR", joinedAt: string}} Member
 * @typedef {"RECRUITING" | "FULL" | "COMPETING" | "SUBMITTED" | "DISBANDED"} TeamStatus
 * @typedef {{id: string, hackathonId: string, name: string, description?: string, leaderId: string, status: TeamStatus, lookingFor: string[], members: Member[], createdAt: string}} Team
 * @typedef {{id: string, userId?: string, usesLeft: number, expiresAt: string, createdAt: string}} Invitation
 * @typedef {{name: string, description: string, repositoryUrl?: string, demoUrl?: string, trackIds: string[], submittedAt?: string, late?: boolean, submittedVersion?: number, version?: number}} Project
 * @typedef {{id: string, author: Card, title: string, content: string, type: string, priority: "LOW" | "NORMAL" | "HIGH" | "URGENT", attachments: {title: string, url: string}[], audience?: string, publishedAt?: string, publishAt?: string, editedAt?: string, acknowledged?: boolean, acks?: number}} Update
 * @typedef {{id: string, hackathonId: string, user: Card, teamId?: string, status: Standing["status"], position?: number, registeredAt: string}} Registration
 * @typedef {{teamId: string, judgeId: string, criteria: Record<string, number | null>, comment?: string, complete: boolean, updatedAt?: string}} Scorecard
 * @typedef {{organizations: {id: string, name: string, role: string}[], hackathons: ({id: string, slug: string, title: string, status: Status} & Me)[], channels: {channel: string, head: number, read: number}[]}} Memberships
 * @typedef {{at: string, registered: number, waitlisted: number, cancelled: number}} Coming
 * @typedef {{at: string, count: number}} Count
 * @typedef {{registrations: Coming[], messages: Count[], present: number, teams: {byStatus: Partial<Record<TeamStatus, number>>}, submissions: Count[]}} Statistics
 * @typedef {{id: string, name: string, slug: string, description?: string, logoUrl?: string, websiteUrl?: string, industry?: string, size?: string, verificationStatus: "PENDING" | "VERIFIED" | "REJECTED", createdAt: string}} Organization
 * @typedef {{name: string, version: string, liveUrl: string, node: string, features: {demo?: {role: string, username: string, fullName: string}[]} & Record<string, any>}} About
 */

/**
 * @template T
 * @typedef {{items: T[], nextCursor: string | null}} Page
 */
export {};
