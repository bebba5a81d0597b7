variable "region" {
  description = "Where all of it is."
  type        = string
}

variable "environment" {
  description = "Part of every name, so that staging and production can share an account."
  type        = string
  default     = "production"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}$", var.environment))
    error_message = "Lower-case letters, digits and hyphens, 2 to 21 of them, a letter first."
  }
}

variable "network" {
  description = "The network's addresses. k8s/overlays/production names two parts of it: see locals in network.tf."
  type        = string
  default     = "10.0.0.0/16"

  validation {
    condition     = can(cidrhost(var.network, 0)) && endswith(var.network, "/16")
    error_message = "A range of addresses as in 10.0.0.0/16."
  }
}

variable "database_class" {
  description = "The machine that PostgreSQL runs on. Each node of HackHub holds 14 connections."
  type        = string
  default     = "db.m7g.large"
}

variable "database_storage" {
  description = "GiB to begin with and GiB at most."
  type = object({
    initial = number
    most    = number
  })
  default = {
    initial = 100
    most    = 1000
  }
}

variable "nat_per_zone" {
  description = "Whether each zone has its own way out. One for all is cheaper, and its zone's failure cuts the others off."
  type        = bool
  default     = true
}
