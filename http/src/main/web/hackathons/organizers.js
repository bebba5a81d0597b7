// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { session } from "../app/services.js";

/** Whether whoever is here may run it; the server decides, this only does not offer what would be refused. @param {Hackathon} hackathon */
export const isOrganizer = ({ me }) => (me?.roles?.includes("ORGANIZER") ?? false) || session.user?.role === "ADMIN";
