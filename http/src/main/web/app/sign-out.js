// @ts-check
import { toastProblem } from "../design/toast.js";
import { settle } from "../design/undo.js";
import { navigate } from "./router.js";
import { session } from "./services.js";

/** Ends the session on this device. */
export async function signOut() {
  try {
    // What was said to be done is done by whoever said so.
    await settle();
    await session.leave();
  } catch (error) {
    toastProblem(error);
  }
  navigate("/");
}
